//! The start of an instance.
//!
//! What is shipped says nothing when it panics: it stops, and the loader sees that (`watched` in `loader/engine.js`). A build
//! for development says first where and why.

/// Prepares a fresh instance. The module's `main` calls it once.
pub fn start() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}
