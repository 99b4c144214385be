//! The files of the repository, as git knows them.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

/// A text file of the repository.
pub(crate) struct File {
    /// From the root, with `/`.
    pub(crate) path: String,
    /// Its content.
    pub(crate) text: String,
}

/// A line that breaks a rule.
pub(crate) struct Offence(String);

impl fmt::Debug for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl File {
    /// The file's ending, without the dot.
    pub(crate) fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// Every line for which the rule has something to say.
    pub(crate) fn offences(&self, rule: impl Fn(&str) -> Option<String>) -> Vec<Offence> {
        let lines = self.text.lines().enumerate();
        lines.filter_map(|(at, line)| Some(self.offence(at + 1, &rule(line)?))).collect()
    }

    /// An offence in a line, counted from 1.
    pub(crate) fn offence(&self, line: usize, what: &str) -> Offence {
        Offence(format!("{}:{line}: {what}", self.path))
    }
}

/// All text files, committed or about to be.
pub(crate) fn files() -> Vec<File> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    let listed = String::from_utf8(listed.stdout).expect("names are UTF-8");
    listed.lines().filter_map(read).collect()
}

/// The files under one of these folders that have one of these endings.
pub(crate) fn under(folders: &[&str], endings: &[&str]) -> Vec<File> {
    let wanted =
        |file: &File| folders.iter().any(|folder| file.path.starts_with(folder)) && endings.contains(&file.ending());
    files().into_iter().filter(wanted).collect()
}

/// Fails with all offences, one a line.
#[track_caller]
pub(crate) fn none(offences: &[Offence]) {
    assert!(offences.is_empty(), "{} offences: {offences:#?}", offences.len());
}

/// The first of these words that a line of code holds, outside its comment.
pub(crate) fn holds(line: &str, words: &[&str]) -> Option<String> {
    let code = line.split("//").next().unwrap_or_default();
    let found = words.iter().find(|word| code.contains(**word))?;
    Some(format!("`{found}` in: {}", line.trim()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> Option<File> {
    let text = std::fs::read_to_string(root().join(path)).ok()?;
    Some(File { path: path.to_owned(), text })
}
