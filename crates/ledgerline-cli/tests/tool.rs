//! The tool as an editor runs it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

const STORIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../stories");
const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ledgerline-core/tests/broken/many-faults.json");

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ledgerline-tool")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn founding() -> String {
    Path::new(STORIES).join("dprk-russia.json").display().to_string()
}

#[test]
fn a_story_without_a_fault_is_clean() {
    let output = run(&["check", &founding()]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
}

#[test]
fn findings_have_file_line_and_column() {
    let output = run(&["check", BROKEN]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains("many-faults.json:11:55: error[wrong-value]: actors.russia.colour: “purpel”"), "{told}");
    assert!(told.contains("\n    Perhaps “purple” is meant."), "{told}");
}

#[test]
fn findings_can_be_read_by_programs() {
    let output = run(&["check", "--json", BROKEN]);
    assert_eq!(output.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["shows"], false);
    assert_eq!(document["findings"][0]["code"], "bad-id");
    assert_eq!(document["findings"][0]["line"], 3);
}

#[test]
fn a_file_that_is_not_there_is_told_on_the_error_stream() {
    let output = run(&["check", "nowhere.json"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    assert!(text(&output.stderr).starts_with("ledgerline-tool: cannot read nowhere.json: "));
}

#[test]
fn a_command_line_that_is_not_understood_points_to_the_help() {
    for arguments in [
        &[][..],
        &["chekc", "a"],
        &["check"],
        &["check", "a", "b"],
        &["schema", "--json"],
        &["--what"],
        &["calc", "a"],
        &["render", "a", "--source", "kotra"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("--help"), "{arguments:?}");
    }
}

#[test]
fn help_and_version_are_printed() {
    assert!(text(&run(&["--help"]).stdout).contains("check STORY"));
    assert_eq!(text(&run(&["-V"]).stdout), format!("ledgerline-tool {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(run(&["check", "--help"]).status.code(), Some(0));
}
