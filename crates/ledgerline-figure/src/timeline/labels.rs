//! Names of events, placed without overlap: the open one first, then those in sight by importance.

use ledgerline_core::story::Story;

use super::events::Placed;
use super::{LABEL_SIZE, PlacedEvent};
use crate::text::{self, Anchor, PlacedText};
use crate::time::TimeScale;

/// More names than this nobody reads, and no width holds.
const MOST: usize = 120;
const GAP: f64 = 10.0;
const ABOVE: f64 = -10.0;
const BELOW: f64 = 19.0;
/// A cluster is larger than a dot by so much.
const RING: f64 = 3.0;
/// Names hang a little before their dot, as if pinned there.
const INDENT: f64 = 4.0;

/// Something that wants a name.
struct Wish<'a> {
    rank: (bool, bool, u8, usize),
    event: usize,
    lane: usize,
    x: f64,
    y: f64,
    ring: f64,
    label: &'a mut Option<PlacedText>,
}

/// Gives a label to each event and cluster for which there is room above or below its lane.
pub(super) fn place(story: &Story, placed: &mut Placed, scale: &TimeScale) {
    let sight = |x: f64| (scale.left..=scale.right).contains(&x);
    let open = placed.events.iter().find(|event| event.selected).map(|event| event.index);
    let events = placed.events.iter_mut().map(|event| {
        let PlacedEvent { index, lane, x, y, selected, importance, .. } = *event;
        let rank = (!selected, !sight(x), u8::MAX - importance, index);
        Wish { rank, event: index, lane, x, y, ring: 0.0, label: &mut event.label }
    });
    // The open one has its name already.
    let clusters = placed.clusters.iter_mut().filter(|cluster| Some(cluster.lead) != open);
    let clusters = clusters.map(|cluster| {
        let (x, y) = (cluster.count.x, cluster.plate.y + cluster.plate.height / 2.0);
        let rank = (true, !sight(x), u8::MAX - cluster.importance, cluster.lead);
        Wish { rank, event: cluster.lead, lane: cluster.lane, x, y, ring: RING, label: &mut cluster.label }
    });
    let mut wishes: Vec<Wish<'_>> = events.chain(clusters).collect();
    wishes.sort_by_key(|wish| wish.rank);
    let mut taken: Vec<(usize, bool, f64, f64)> = Vec::new();
    for wish in wishes.into_iter().take(MOST) {
        let declared = &story.events[wish.event];
        let name = declared.short.as_deref().unwrap_or(&declared.title);
        let free = [true, false].into_iter().find_map(|above| {
            let text = beside(&wish, name, above, scale)?;
            let (left, right) = text.ends(LABEL_SIZE);
            let clash = taken.iter().any(|(lane, side, from, to)| {
                (*lane, *side) == (wish.lane, above) && left < to + GAP && right > from - GAP
            });
            (!clash).then_some((above, text))
        });
        if let Some((above, text)) = free {
            let (left, right) = text.ends(LABEL_SIZE);
            taken.push((wish.lane, above, left, right));
            *wish.label = Some(text);
        }
    }
}

/// The name above or below its dot; for what is in sight within the scale. `None` where it is wider than that.
fn beside(wish: &Wish<'_>, name: &str, above: bool, scale: &TimeScale) -> Option<PlacedText> {
    let y = wish.y + if above { ABOVE - wish.ring } else { BELOW + wish.ring };
    let width = text::width(name, LABEL_SIZE);
    if width > scale.right - scale.left {
        return None;
    }
    let start = wish.x - INDENT;
    // Of a name whose dot is out of sight the end alone would be seen.
    if wish.x < scale.left && start + width > scale.left {
        return None;
    }
    if start + width <= scale.right || wish.x > scale.right {
        let least = if wish.x < scale.left { f64::NEG_INFINITY } else { scale.left };
        return Some(PlacedText::new(start.max(least), y, Anchor::Start, name));
    }
    Some(PlacedText::new((wish.x + INDENT).clamp(scale.left + width, scale.right), y, Anchor::End, name))
}
