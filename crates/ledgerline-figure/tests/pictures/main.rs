//! The calculator's pictures over the years, as links have them.

mod frame;
mod helpers;
mod links;
mod names;
mod words;
