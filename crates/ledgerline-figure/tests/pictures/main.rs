//! The calculator's pictures over the years, as links have them.

mod frame;
mod goals;
mod helpers;
mod links;
mod names;
mod words;
