//! The widget's WASM module. The loader starts it once; elements mount through the exports of `embed`.

fn main() {
    ledgerline::start();
}
