//! Series in millions beside series in billions, and beside another currency: one picture has one scale.

use ledgerline_core::compare::Terms;
use ledgerline_core::story::{self, Story};
use ledgerline_core::words::Words;
use ledgerline_figure::chart;
use ledgerline_figure::lines::Track;

fn story() -> Story {
    let file = r#"{ "ledgerline": 1, "id": "crops", "lang": "en", "title": "Crops", "series": {
        "wheat": { "name": "Wheat", "unit": "EUR bn", "values": [{ "when": "2013", "value": 7 }] },
        "rye": { "name": "Rye", "unit": "EUR m", "values": [{ "when": "2013", "value": 300, "preferred": true }, { "when": "2013", "value": 350 }] },
        "oats": { "name": "Oats", "unit": "USD m", "values": [{ "when": "2013", "value": 9 }] } } }"#;
    story::read(file.as_bytes()).story.unwrap()
}

#[test]
fn a_bar_in_millions_is_as_short_as_it_is_beside_one_in_billions() {
    let (story, words) = (story(), Words::english());
    let bars = chart::bars_of(&story, &words, &Terms::default(), &["rye", "wheat", "oats"], 2013);
    let placed = chart::bars(bars, 400.0, true).bars;
    let told: Vec<(&str, &str)> = placed.iter().map(|bar| (&*bar.series, &*bar.value[0].text)).collect();
    assert_eq!(told, [("wheat", "7bn EUR"), ("rye", "300m EUR")]);
    let ratio = placed[0].rect.width / placed[1].rect.width;
    assert!((ratio - 7000.0 / 300.0).abs() < 1e-6, "{ratio}");
    assert!(placed[1].marks.iter().all(|((x, _), _)| *x < 30.0), "{:?}", placed[1].marks);
}

#[test]
fn lines_share_the_unit_of_the_first() {
    let (story, words) = (story(), Words::english());
    let (tracks, money) = chart::tracks(&story, &words, &Terms::default(), &["rye", "wheat", "oats"]);
    let of_timeline = Track::all(&story, &words, &["rye", "wheat", "oats"]);
    assert_eq!((money.to_string(), of_timeline.1), ("EUR m".to_owned(), money));
    for tracks in [tracks, of_timeline.0] {
        assert_eq!(tracks.iter().map(|track| track.points[0].value).collect::<Vec<_>>(), [300.0, 7000.0]);
    }
}
