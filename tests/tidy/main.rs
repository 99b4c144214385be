//! The invariants of ARCHITECTURE.md that neither a compiler nor a lint holds, each a test whose name says
//! it. A failure lists every offence with file and line.

mod layers;
mod manifests;
mod repository;
mod style;
mod text;
mod visible;
