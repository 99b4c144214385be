//! `cargo xtask <task>`: see `xtask::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    if xtask::trunk::called_as_wasm_bindgen() {
        return xtask::report(xtask::trunk::wasm_bindgen());
    }
    xtask::report(xtask::cli::run())
}
