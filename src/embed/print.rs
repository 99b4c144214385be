//! Paper: nothing can be opened there, so what is folded is unfolded while the page is printed.

use gloo_events::EventListener;
use leptos::prelude::*;

use crate::reactive::keep;
use crate::state::Shared;

/// Tells the state when the page goes to the printer and when it is back, for as long as the owner lives.
pub(super) fn follow(shared: Shared) {
    let tell = |event: &'static str, printing: bool| {
        keep(EventListener::new(&window(), event, move |_| shared.printing.set(printing)));
    };
    tell("beforeprint", true);
    tell("afterprint", false);
}
