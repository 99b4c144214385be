//! Ledgerline, the widget: the only code of the project that knows the DOM.
//!
//! `embed` keeps the contract with the host page and mounts `app`, which shows the two instruments,
//! `timeline` and `calculator`, over one `state`. Both are built from `parts`.

mod app;
mod calculator;
mod embed;
mod later;
mod parts;
mod reactive;
mod state;
mod timeline;
mod tour;

pub use embed::start;
