//! A formula in words, with names or with the values that entered it.

use super::rounding::{round, trimmed};
use super::{Key, Words};
use crate::formula::{Expr, Flow, Function, Operator, Outcome, TracedCell};
use crate::story::Story;

impl Words {
    /// The formula with names: "China 2013 ÷ Russia 2013".
    pub fn formula(&self, expr: &Expr, story: &Story) -> String {
        self.worked(expr, &|series, (year, until), tag, _| {
            let years = match until {
                Some(until) => {
                    self.say(Key::DateYears, &[("from", &self.year(year.into())), ("to", &self.year(until.into()))])
                }
                None => self.year(year.into()),
            };
            let name = self.series_short(story, series);
            match tag {
                Some(tag) => {
                    self.say(Key::SumCellBy, &[("name", name), ("year", &years), ("by", self.tag(story, tag))])
                }
                None => self.say(Key::SumCell, &[("name", name), ("year", &years)]),
            }
        })
    }

    /// The formula with the values that entered: "6,544.7 ÷ 112.71".
    pub fn sum(&self, expr: &Expr, outcome: &Outcome) -> String {
        self.worked(expr, &|series, (year, until), tag, flow| {
            let own = |cell: &&crate::formula::TracedCell| {
                let inside = (year..=until.unwrap_or(year)).contains(&cell.year);
                cell.series == series && inside && cell.flow == flow && cell.tag.as_deref() == tag
            };
            let values: Vec<String> =
                outcome.cells.iter().filter(own).map(|cell| self.entered(cell, outcome)).collect();
            match values.as_slice() {
                [first, .., last] if values.len() > MOST => self.say(Key::SumMany, &[("first", first), ("last", last)]),
                _ => values.join(self.text(Key::SumAnd)),
            }
        })
    }

    /// The value that entered; where none goes first, both ends, each with the decimals of its own source. Its unit
    /// stands where another value has another.
    fn entered(&self, cell: &TracedCell, outcome: &Outcome) -> String {
        let mixed = outcome.cells.iter().any(|other| other.money != cell.money);
        let told = |value: f64| {
            let own = value == cell.value.value;
            let number = if own { self.written(cell.value) } else { self.number(trimmed(round(value, EXACT))) };
            if mixed { self.in_unit(&number, cell.money) } else { number }
        };
        match cell.range.as_slice() {
            [low, .., high] if outcome.ranged => {
                let reach = self.say(Key::AnswerReach, &[("low", &told(*low)), ("high", &told(*high))]);
                self.say(Key::SumBrackets, &[("part", &reach)])
            }
            _ => told(cell.value.value),
        }
    }

    fn worked(&self, expr: &Expr, cell: &Cell<'_>) -> String {
        self.part(expr, cell, Flow::Total)
    }

    fn part(&self, expr: &Expr, cell: &Cell<'_>, flow: Flow) -> String {
        match expr {
            Expr::Number(number) => self.written(*number),
            Expr::Percent(number) => self.say(Key::AnswerPercent, &[("number", &self.written(*number))]),
            Expr::Amount(number, money) => {
                self.amount_in_unit(super::Shown { value: number.value, place: number.decimals.into() }, money)
            }
            Expr::Cell { series, year, until, tag } => cell(series, (*year, *until), tag.as_deref(), flow),
            Expr::Negated(part) => self.say(Key::NumberMinus, &[("number", &self.bracketed(part, cell, flow))]),
            Expr::Binary { operator, left, right } => {
                let (left, right) = (self.left(*operator, left, cell), self.bracketed(right, cell, Flow::Total));
                self.say(operation(*operator), &[("left", &left), ("right", &right)])
            }
            Expr::Call(function, parts) => self.call(*function, parts, cell),
            Expr::Real(part, year) => {
                let values = [("part", self.part(part, cell, flow)), ("year", self.year((*year).into()))];
                self.say(Key::SumReal, &[("part", &values[0].1), ("year", &values[1].1)])
            }
            Expr::In(currency, part) => {
                let part = self.part(part, cell, flow);
                self.say(Key::SumIn, &[("part", &part), ("currency", &self.currency(*currency))])
            }
        }
    }

    /// The left part of an operation: brackets only where the operation would tear it apart.
    fn left(&self, operator: Operator, part: &Expr, cell: &Cell<'_>) -> String {
        let weak = |operator: Operator| matches!(operator, Operator::Add | Operator::Subtract);
        match part {
            Expr::Binary { operator: own, .. } if weak(operator) || !weak(*own) => self.part(part, cell, Flow::Total),
            _ => self.bracketed(part, cell, Flow::Total),
        }
    }

    fn bracketed(&self, part: &Expr, cell: &Cell<'_>, flow: Flow) -> String {
        let text = self.part(part, cell, flow);
        if matches!(part, Expr::Binary { .. }) { self.say(Key::SumBrackets, &[("part", &text)]) } else { text }
    }

    fn call(&self, function: Function, parts: &[Expr], cell: &Cell<'_>) -> String {
        let flow = match function {
            Function::Exports => Flow::Exports,
            Function::Imports => Flow::Imports,
            Function::Balance => Flow::Balance,
            _ => Flow::Total,
        };
        let told: Vec<String> = parts.iter().map(|part| self.part(part, cell, flow)).collect();
        if let (Some(key), [one]) = (of_one(function), told.as_slice()) {
            return self.say(key, &[("a", one)]);
        }
        match (function, told.as_slice()) {
            (Function::Change, [a, b]) => self.say(Key::SumChange, &[("a", a), ("b", b)]),
            (Function::Index, [a, b]) => self.say(Key::SumIndex, &[("a", a), ("b", b)]),
            (Function::Growth, [a, b, n]) => self.say(Key::SumGrowth, &[("a", a), ("b", b), ("n", n)]),
            (Function::After, [a, g, n]) => self.say(Key::SumAfter, &[("a", a), ("g", g), ("n", n)]),
            (Function::CatchUp, [a, own, b, other]) => {
                self.say(Key::SumCatchUp, &[("a", a), ("g", own), ("b", b), ("h", other)])
            }
            (Function::CatchUp, [a, own, b, other, part]) => {
                self.say(Key::SumCatchUpPart, &[("a", a), ("g", own), ("b", b), ("h", other), ("part", part)])
            }
            (Function::YearsTo, [a, g, b]) => self.say(Key::SumYearsTo, &[("a", a), ("b", b), ("g", g)]),
            _ => self.say(Key::SumCall, &[("function", function.name()), ("a", &told.join(self.text(Key::SumAnd)))]),
        }
    }
}

/// More decimals than a source writes, and fewer than a difference of two of its values is off by.
const EXACT: i32 = 9;

/// More values than these of one range are not written out.
const MOST: usize = 12;

/// How a cell is told, by its series, its years, its tag and the part of it that is asked for.
type Cell<'a> = dyn Fn(&str, (i32, Option<i32>), Option<&str>, Flow) -> String + 'a;

fn operation(operator: Operator) -> Key {
    match operator {
        Operator::Add => Key::SumAdded,
        Operator::Subtract => Key::AnswerSubtracted,
        Operator::Multiply => Key::SumMultiplied,
        Operator::Divide => Key::AnswerDivided,
    }
}

fn of_one(function: Function) -> Option<Key> {
    Some(match function {
        Function::Mean => Key::SumMean,
        Function::Median => Key::SumMedian,
        Function::Sum => Key::SumSum,
        Function::Min => Key::SumMin,
        Function::Max => Key::SumMax,
        Function::Falls => Key::SumFalls,
        Function::Exports => Key::SumExports,
        Function::Imports => Key::SumImports,
        Function::Balance => Key::SumBalance,
        _ => return None,
    })
}
