//! Prints a formula as the formula language, with no more brackets than it needs.

use std::fmt;

use super::{Expr, Operator};

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Percent(number) => write!(f, "{number}%"),
            Self::Amount(number, money) => write!(f, "{number} {money}"),
            Self::Cell { series, year, until, tag } => cell(f, series, (*year, *until), tag.as_deref()),
            Self::Negated(part) => {
                f.write_str("-")?;
                side(f, part, part.binds() <= 3)
            }
            Self::Binary { .. } => chain(f, self),
            Self::Call(function, parts) => {
                write!(f, "{function}(")?;
                for (place, part) in parts.iter().enumerate() {
                    write!(f, "{}{part}", if place == 0 { "" } else { ", " })?;
                }
                f.write_str(")")
            }
            Self::Real(part, year) => write!(f, "real({part}, {year})"),
            Self::In(currency, part) => write!(f, "in({currency}, {part})"),
        }
    }
}

fn cell(f: &mut fmt::Formatter<'_>, series: &str, years: (i32, Option<i32>), tag: Option<&str>) -> fmt::Result {
    write!(f, "{series}[{}", years.0)?;
    if let Some(until) = years.1 {
        write!(f, "..{until}")?;
    }
    if let Some(tag) = tag {
        write!(f, " @ {tag}")?;
    }
    f.write_str("]")
}

fn chain(f: &mut fmt::Formatter<'_>, expr: &Expr) -> fmt::Result {
    let (first, links) = expr.chain();
    let loose = |(operator, _, left): &&(Operator, &Expr, &Expr)| left.binds() < operator.binds();
    links.iter().filter(loose).try_for_each(|_| f.write_str("("))?;
    write!(f, "{first}")?;
    for link in &links {
        f.write_str(if loose(&link) { ")" } else { "" })?;
        write!(f, " {} ", link.0.sign())?;
        // Left-associative: an equal one on the right wants its brackets.
        side(f, link.1, link.1.binds() <= link.0.binds())?;
    }
    Ok(())
}

fn side(f: &mut fmt::Formatter<'_>, part: &Expr, brackets: bool) -> fmt::Result {
    if brackets { write!(f, "({part})") } else { write!(f, "{part}") }
}

impl Expr {
    fn binds(&self) -> u8 {
        match self {
            Self::Binary { operator, .. } => operator.binds(),
            Self::Negated(_) => 3,
            _ => 4,
        }
    }
}

impl Operator {
    /// How tightly it binds: products before sums.
    fn binds(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_only_where_they_are_needed() {
        let (a, b) = (|| Expr::cell("a", 2013), || Expr::cell("b", 2013));
        let sum = a().with(Operator::Add, b());
        assert_eq!(a().with(Operator::Divide, sum.clone()).to_string(), "a[2013] / (a[2013] + b[2013])");
        assert_eq!(sum.clone().with(Operator::Subtract, a()).to_string(), "a[2013] + b[2013] - a[2013]");
        assert_eq!(a().with(Operator::Subtract, sum.clone()).to_string(), "a[2013] - (a[2013] + b[2013])");
        let negated = |part| Expr::Negated(Box::new(part));
        assert_eq!(negated(negated(sum)).to_string(), "-(-(a[2013] + b[2013]))");
        assert_eq!(a().with(Operator::Multiply, negated(b())).to_string(), "a[2013] * -b[2013]");
    }
}
