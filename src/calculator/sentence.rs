//! The sentence with its choices. Where they stand in it, the catalogue decides.

use ledgerline_core::compare::{Measure, total_of, years};
use ledgerline_core::words::{Key, Piece, pieces};

use crate::parts::{El, Item, choice, el};
use crate::reactive::RwSignal;
use crate::state::Shared;

/// Compare this with that, in a year, in a way.
pub(super) fn sentence(shared: Shared) -> El {
    let words = shared.words();
    let parts = pieces(words.text(Key::CalculatorSentence)).into_iter();
    parts.fold(el("p").class("sentence"), |sentence, piece| match piece {
        Piece::Text(text) => sentence.text(text),
        Piece::Slot("a") => sentence.child(partner(shared, Key::CalculatorFirst, shared.a)),
        Piece::Slot("b") => sentence.child(partner(shared, Key::CalculatorSecond, shared.b)),
        Piece::Slot("year") => sentence.child(year(shared)),
        Piece::Slot(_) => sentence.child(measure(shared)),
    })
}

fn partner(shared: Shared, label: Key, chosen: RwSignal<String>) -> El {
    let items = move || {
        let words = shared.words();
        let current = chosen.get();
        shared.with_story(|story| {
            let text = |id: &str| words.series_short(story, id).to_owned();
            let item = |id: &str| Item { value: id.to_owned(), text: text(id), chosen: id == current };
            story.series.ids().map(item).collect()
        })
    };
    let choose = move |id: String| {
        chosen.set(id);
        keep_share(shared);
    };
    choice(shared.words().text(label), items, choose)
}

fn year(shared: Shared) -> El {
    let items = move || {
        let words = shared.words();
        let (a, b, current) = (shared.a.get(), shared.b.get(), shared.year.get());
        let mut known = shared.with_story(|story| years(story, &a, &b));
        if !known.iter().any(|(year, _)| *year == current) {
            // The timeline may have chosen a year that neither names: it stays to be seen.
            known.push((current, false));
            known.sort_unstable();
        }
        let item = |(year, valued): (i32, bool)| {
            let text = words.year(year.into());
            let text = if valued { text } else { words.say(Key::CalculatorYearGap, &[("year", &text)]) };
            Item { value: year.to_string(), text, chosen: year == current }
        };
        known.into_iter().map(item).collect()
    };
    let choose = move |year: String| {
        if let Ok(year) = year.parse() {
            shared.choose(year);
        }
    };
    choice(shared.words().text(Key::CalculatorYear), items, choose)
}

fn measure(shared: Shared) -> El {
    let items = move || {
        let words = shared.words();
        let current = shared.measure.get();
        let item = |measure: Measure| {
            let text = words.text(name(measure)).to_owned();
            Item { value: measure.name().to_owned(), text, chosen: measure == current }
        };
        Measure::ALL.into_iter().map(item).collect()
    };
    let choose = move |name: String| {
        shared.measure.set(Measure::from_name(&name).unwrap_or_default());
        keep_share(shared);
    };
    choice(shared.words().text(Key::CalculatorMeasure), items, choose)
}

fn name(measure: Measure) -> Key {
    match measure {
        Measure::Ratio => Key::CalculatorRatio,
        Measure::Difference => Key::CalculatorDifference,
        Measure::Share => Key::CalculatorShare,
        Measure::Change => Key::CalculatorChange,
        Measure::Growth => Key::CalculatorGrowth,
        Measure::Index => Key::CalculatorIndex,
        Measure::Mean => Key::CalculatorMean,
        Measure::Median => Key::CalculatorMedian,
    }
}

/// A share wants a total on the other side: where there is one that holds the first partner, it is taken.
fn keep_share(shared: Shared) {
    if shared.measure.get_untracked() != Measure::Share {
        return;
    }
    let (a, b) = (shared.a.get_untracked(), shared.b.get_untracked());
    let total = shared.with_story(|story| {
        let holds = |whole: &str, part: &str| story.series.get(whole).is_some_and(|series| series.is_total_of(part));
        let fits = holds(&a, &b) || holds(&b, &a);
        total_of(story, &a).filter(|_| !fits).map(str::to_owned)
    });
    if let Some(total) = total {
        shared.b.set(total);
    }
}
