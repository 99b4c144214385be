//! What no file of the repository may say.

use crate::repository::{Offence, files, holds, none};

/// Put together here, so that this file does not break its own rule.
fn marks() -> Vec<String> {
    ["TO", "FIX", "XX"].iter().zip(["DO", "ME", "X"]).map(|(a, b)| format!("{a}{b}")).collect()
}

#[test]
fn nothing_is_left_for_later_in_a_comment() {
    let marks = marks();
    let has = |line: &str| {
        let mut words = line.split(|c: char| !c.is_ascii_alphanumeric());
        words.find(|word| marks.iter().any(|mark| mark == word)).map(str::to_owned)
    };
    let offences: Vec<Offence> = files().iter().flat_map(|file| file.offences(has)).collect();
    none(&offences);
}

#[test]
fn no_file_names_a_folder_of_one_machine_or_the_host_of_a_registry() {
    let parts = [
        ("/wo", "rk/"),
        ("/tm", "p/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("../sha", "red/"),
        ("registry.np", "mjs.org"),
        ("index.cra", "tes.io"),
        ("static.cra", "tes.io"),
        ("files.python", "hosted.org"),
        ("deb.deb", "ian.org"),
    ];
    let words: Vec<String> = parts.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let has = |line: &str| words.iter().find(|word| line.contains(word.as_str())).cloned();
    let offences: Vec<Offence> = files().iter().flat_map(|file| file.offences(has)).collect();
    none(&offences);
}

#[test]
fn the_program_prints_nothing_by_the_way() {
    let words = ["println!", "eprintln!", "dbg!", "console_log", "log::"];
    let folders = ["src/", "crates/ledgerline-core/src/", "crates/ledgerline-figure/src/"];
    let files = crate::repository::under(&folders, &["rs"]);
    none(&files.iter().flat_map(|file| file.offences(|line| holds(line, &words))).collect::<Vec<_>>());
}
