//! The contract with the host page: what the loader (the files of `loader`) calls, what the page hears, and where
//! the widget meets the browser's own services.

mod events;
mod fault;
pub(crate) mod files;
mod locale;
mod mounted;
mod options;
mod page;
mod print;
mod reading;

pub use fault::start;
