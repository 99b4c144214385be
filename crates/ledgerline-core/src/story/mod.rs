//! The story file: its types, its reader and what the reader finds wrong.

#[cfg(feature = "check")]
mod check;
mod finding;
pub mod json;
mod map;
pub mod markup;
mod model;
pub(crate) mod nearest;
mod place;
mod read;
mod report;
#[cfg(feature = "schema")]
mod schema;
pub mod search;

pub use finding::{Finding, Place, Reading, Severity};
pub use map::Map;
pub use model::*;
pub use read::read;
#[cfg(feature = "schema")]
pub use schema::schema;
