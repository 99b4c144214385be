//! Names of events, placed without overlap: the open one first, then by importance.

use ledgerline_core::story::Story;

use super::{LABEL_SIZE, PlacedEvent};
use crate::text::{self, Anchor, PlacedText};
use crate::time::TimeScale;

/// More names than this nobody reads, and no width holds.
const MOST: usize = 120;
const GAP: f64 = 10.0;
const ABOVE: f64 = -10.0;
const BELOW: f64 = 19.0;
/// Names hang a little before their dot, as if pinned there.
const INDENT: f64 = 4.0;

/// Gives a label to each event for which there is room above or below its lane.
pub(super) fn place(story: &Story, events: &mut [PlacedEvent], scale: &TimeScale) {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|index| (!events[*index].selected, u8::MAX - events[*index].importance, *index));
    let mut taken: Vec<(usize, bool, f64, f64)> = Vec::new();
    for place in order.into_iter().take(MOST) {
        let event = &events[place];
        let declared = &story.events[event.index];
        let name = declared.short.as_deref().unwrap_or(&declared.title);
        let free = [true, false].into_iter().find_map(|above| {
            let text = beside(event, name, above, scale)?;
            let (left, right) = text.ends(LABEL_SIZE);
            let clash = taken.iter().any(|(lane, side, from, to)| {
                (*lane, *side) == (event.lane, above) && left < to + GAP && right > from - GAP
            });
            (!clash).then_some((above, text))
        });
        if let Some((above, text)) = free {
            let (left, right) = text.ends(LABEL_SIZE);
            taken.push((event.lane, above, left, right));
            events[place].label = Some(text);
        }
    }
}

/// The name above or below its dot, within the scale; `None` where it is wider than that.
fn beside(event: &PlacedEvent, name: &str, above: bool, scale: &TimeScale) -> Option<PlacedText> {
    let y = event.y + if above { ABOVE } else { BELOW };
    let width = text::width(name, LABEL_SIZE);
    if width > scale.right - scale.left {
        return None;
    }
    let start = event.x - INDENT;
    if start + width <= scale.right {
        return Some(PlacedText::new(start.max(scale.left), y, Anchor::Start, name));
    }
    Some(PlacedText::new((event.x + INDENT).clamp(scale.left + width, scale.right), y, Anchor::End, name))
}
