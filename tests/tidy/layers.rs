//! Who may know whom.

use crate::repository::{File, Offence, holds, none, under};

const PURE: &[&str] = &["crates/ledgerline-core/src/", "crates/ledgerline-figure/src/"];

/// Every line of Rust code under the folders that holds one of the words.
fn found(folders: &[&str], words: &[&str]) -> Vec<Offence> {
    let files = under(folders, &["rs"]);
    files.iter().flat_map(|file| file.offences(|line| holds(line, words))).collect()
}

#[test]
fn core_and_figure_know_no_browser() {
    none(&found(PURE, &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"]));
}

#[test]
fn core_and_figure_know_no_files_clock_randomness_or_hash_order() {
    let words =
        ["std::fs", "std::time", "std::env", "std::net", "Instant::", "SystemTime", "HashMap", "HashSet", "rand::"];
    none(&found(PURE, &words));
}

#[test]
fn core_and_figure_take_powers_and_logarithms_from_libm() {
    let words =
        [".powf(", ".powi(", ".ln()", ".ln_1p(", ".log(", ".log2()", ".log10()", ".exp()", ".exp2()", ".exp_m1("];
    none(&found(PURE, &words));
}

#[test]
fn core_knows_nothing_of_figure() {
    none(&found(&["crates/ledgerline-core/src/"], &["ledgerline_figure"]));
}

#[test]
fn timeline_and_calculator_never_import_each_other() {
    none(&found(&["src/timeline/"], &["crate::calculator"]));
    none(&found(&["src/calculator/"], &["crate::timeline"]));
}

#[test]
fn parts_import_no_instrument() {
    let words = ["crate::timeline", "crate::calculator", "crate::embed", "crate::app"];
    none(&found(&["src/parts/"], &words));
}

#[test]
fn nobody_but_the_root_of_the_crate_imports_embed() {
    let files = under(&["src/"], &["rs"]);
    let others = files.iter().filter(|file| {
        !["src/lib.rs", "src/later.rs"].contains(&file.path.as_str()) && !file.path.starts_with("src/embed/")
    });
    none(&others.flat_map(|file| file.offences(|line| holds(line, &["embed::"]))).collect::<Vec<_>>());
}

#[test]
fn only_embed_touches_the_page_around_the_element() {
    let words = [
        "window()",
        "post_message",
        "custom_elements",
        ".location(",
        "local_storage",
        "session_storage",
        "gloo_storage",
        ".history(",
        "CustomEvent",
    ];
    let files = under(&["src/"], &["rs"]);
    let outside = files.iter().filter(|file| !file.path.starts_with("src/embed/"));
    none(&outside.flat_map(|file| file.offences(|line| holds(line, &words))).collect::<Vec<_>>());
}

#[test]
fn nothing_turns_text_into_markup_or_code() {
    let words = [
        "inner_html",
        "innerHTML",
        "outerHTML",
        "outer_html",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "document.write",
        "eval(",
        "new Function",
        "srcdoc",
    ];
    let files = under(&["src/"], &["rs", "js"]);
    none(&files.iter().flat_map(|file| file.offences(|line| holds(line, &words))).collect::<Vec<_>>());
}

#[test]
fn there_is_no_unsafe_code() {
    let unsafe_code = ["unsafe {", "unsafe fn", "unsafe impl"];
    none(&found(&["src/", "crates/", "xtask/src/", "tests/browser/"], &unsafe_code));
}

#[test]
fn files_stay_short_enough_to_read() {
    let endings = ["rs", "js", "mjs", "css"];
    let long = |file: &&File| file.text.lines().count() > 300;
    let files = under(&["src/", "crates/", "xtask/", "tests/", "style/"], &endings);
    let offences = files.iter().filter(long).map(|file| file.offence(301, "more than 300 lines"));
    none(&offences.collect::<Vec<_>>());
}
