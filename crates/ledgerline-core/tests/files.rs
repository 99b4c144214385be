//! What a file of a result tells, over the founding story.

mod founding;

use founding::{compare, story};
use ledgerline_core::amount::Currency;
use ledgerline_core::compare::{Comparison, Measure, Sources, Terms};
use ledgerline_core::document;
use ledgerline_core::series::Point;
use ledgerline_core::words::Words;

#[test]
fn paths_stand_behind_the_values_of_a_file_with_their_ends() {
    let (story, words) = (story(), Words::english());
    let points = vec![Point { year: 2014, value: 150.5, low: 140.0, high: 161.0 }];
    let path = document::Path {
        series: "Russia".to_owned(),
        of: Vec::new(),
        kind: "supposed: goal".to_owned(),
        unit: "USD m".to_owned(),
        points,
    };
    let answered = document::Answered { ids: &["russia"], paths: &[path], ..document::Answered::default() };
    let text = document::csv(&story, &words, &answered);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].ends_with(",In the sum,Least,Greatest"), "{}", lines[0]);
    assert_eq!(lines[1], "Russia,2014,150.5,USD m,,,supposed: goal,,,,,140,161");
    assert!(lines[2].ends_with(",no,,"), "{}", lines[2]);
}

#[test]
fn a_point_of_the_record_has_its_publishers() {
    let (story, words) = (story(), Words::english());
    let points = vec![Point { year: 2013, value: 58.07, low: 53.17, high: 66.72 }];
    let of = vec!["china".to_owned(), "russia".to_owned()];
    let path = document::Path { of, points, ..document::Path::default() };
    let told = |terms| {
        let answered =
            document::Answered { paths: std::slice::from_ref(&path), terms, ..document::Answered::default() };
        document::csv(&story, &words, &answered).lines().nth(1).unwrap().to_owned()
    };
    // Its ends are of other sources than the value that goes first.
    let preferred = told(Terms::default());
    assert!(preferred.contains(",Daily NK; ") && preferred.contains("; Reuters,"), "{preferred}");
    let kotra = told(Terms { sources: Sources::Basis("kotra".to_owned()), ..Terms::default() });
    assert!(kotra.matches("; ").count() < preferred.matches("; ").count(), "{kotra} {preferred}");
}

#[test]
fn a_file_tells_the_answer_its_sum_and_the_rates_with_their_sources() {
    let (story, words) = (story(), Words::english());
    let terms = Terms { prices: Some(2013), currency: Some(Currency(*b"RUB")), ..Terms::default() };
    let comparison = Comparison { b: "russia".to_owned(), ..compare(Measure::Mean, (2004, 2013), terms) };
    let outcome = comparison.evaluate(&story).unwrap();
    let results = [(comparison.expr(&story).to_string(), &outcome)];
    let answered = document::Answered { sentence: "That is so.", results: &results, ..document::Answered::default() };
    let text = document::csv(&story, &words, &answered);
    assert!(text.starts_with('\u{feff}'));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], "That is so.,,,,,,answer,,,,,,");
    assert!(lines[2].contains(&format!(",{},", outcome.value)) && lines[2].contains(",RUB m"), "{}", lines[2]);
    let rates: Vec<&&str> = lines.iter().filter(|line| line.contains(",exchange rate,")).collect();
    let indices = lines.iter().filter(|line| line.contains(",price index,"));
    assert!(rates.len() == 1 && rates[0].contains("World Bank") && rates[0].contains("https://"), "{rates:?}");
    assert_eq!(indices.filter(|line| line.contains("https://")).count(), 10);
}
