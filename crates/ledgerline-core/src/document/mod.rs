//! Results as JSON documents, for the tool and for the widget's downloads: one shape, and the same digits.
//!
//! Numbers are not rounded. Names are stable; programs may meet further ones.

mod claims;
mod claims_csv;
mod csv;
mod json;
mod publishers;
mod result;
mod what_if;

pub use claims::{claim, claims};
pub use claims_csv::claims_csv;
pub use csv::{Answered, Path, csv};
pub use json::Json;
pub use publishers::{publishers, publishers_of_picture};
pub use result::{Asked, result};
pub use what_if::what_if;
