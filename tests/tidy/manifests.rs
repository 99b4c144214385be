//! What the manifests promise.

use crate::repository::{File, files};

fn manifest(path: &str) -> File {
    let found = files().into_iter().find(|file| file.path == path);
    found.unwrap_or_else(|| panic!("{path} is gone"))
}

/// The names in a manifest's `[dependencies]`.
fn dependencies(path: &str) -> Vec<String> {
    let text = manifest(path).text;
    let lines = text.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let own = lines.take_while(|line| !line.starts_with('['));
    let names = own.filter_map(|line| line.split(['=', '.', ' ']).next());
    names.filter(|name| !name.is_empty() && !name.starts_with('#')).map(str::to_owned).collect()
}

#[track_caller]
fn only(path: &str, allowed: &[&str]) {
    for name in dependencies(path) {
        assert!(allowed.contains(&name.as_str()), "{path} depends on {name}");
    }
}

#[test]
fn dependencies_point_one_way() {
    only("crates/ledgerline-core/Cargo.toml", &["libm", "schemars", "serde", "serde_json"]);
    only("crates/ledgerline-figure/Cargo.toml", &["ledgerline-core", "libm"]);
    for path in ["Cargo.toml", "crates/ledgerline-cli/Cargo.toml"] {
        let names = dependencies(path);
        let tools = ["ledgerline-tests", "xtask", "ledgerline-cli"];
        assert!(!names.iter().any(|name| tools.contains(&name.as_str())), "{path}: {names:?}");
    }
    assert!(!dependencies("crates/ledgerline-cli/Cargo.toml").contains(&"ledgerline".to_owned()));
}

#[test]
fn the_widget_does_not_carry_the_schema() {
    for path in ["Cargo.toml", "crates/ledgerline-figure/Cargo.toml"] {
        let text = manifest(path).text;
        let carries = text.lines().any(|line| line.contains("ledgerline-core") && line.contains("schema"));
        assert!(!carries, "{path} turns on the feature `schema`");
    }
}

#[test]
fn only_the_widget_is_a_default_member() {
    // Trunk builds the root manifest without `-p`.
    assert!(manifest("Cargo.toml").text.contains("default-members = [\".\"]"));
}

#[test]
fn leptos_never_delegates_events() {
    // Delegated events do not reach into a shadow root.
    for file in files().iter().filter(|file| file.path.ends_with("Cargo.toml")) {
        assert!(!file.text.contains("\"delegation\""), "{}", file.path);
    }
}

#[test]
fn names_of_the_wasm_module_are_not_stripped_by_rustc() {
    // `wasm-opt` needs the section with the features, which `strip = true` takes away.
    assert!(!manifest("Cargo.toml").text.contains("strip = true"));
}
