//! Any text as a date: what is read prints as it was written, does not end before it starts, and can be told.
#![no_main]

use ledgerline_core::date::Edtf;
use ledgerline_core::words::Words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Edtf::parse(text) {
        Ok(date) => {
            assert_eq!(date.to_string(), text);
            let days = date.interval();
            assert!(days.start.zip(days.end).is_none_or(|(start, end)| start <= end));
            assert!(!Words::english().date(&date).is_empty());
        }
        Err(error) => {
            assert!(!error.to_string().is_empty() && !error.hint().is_empty());
            // What is suggested can be written.
            assert!(error.meant.as_deref().is_none_or(|meant| Edtf::parse(meant).is_ok()), "{error:?}");
        }
    }
});
