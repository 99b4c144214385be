//! Any text as a saved state: it is read or refused with a sentence, and what is read writes as something that reads
//! back the same.
#![no_main]

use ledgerline_core::link::Link;
use ledgerline_core::words::Words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Link::parse(text) {
        Ok(link) => {
            let written = link.to_string();
            // What is written in codes may have become too long.
            if written.len() <= 8_000 {
                assert_eq!(Link::parse(&written).as_ref(), Ok(&link), "{written}");
            }
        }
        Err(error) => assert!(!Words::english().link_error(&error).is_empty()),
    }
});
