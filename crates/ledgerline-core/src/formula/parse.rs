//! Reads the formula language, by recursive descent.

mod named;

use super::scan::Scanner;
use super::{Expr, Operator, SyntaxError, SyntaxKind};
use crate::amount::{Currency, Decimal, Money, Prices, Scale};

const MOST_CHARACTERS: usize = 2_000;
const MOST_DEPTH: usize = 32;

/// Reads a formula. It is not looked up in any story: [`super::evaluate`] does that.
///
/// # Errors
/// The first place where the text is no formula, or goes beyond 2,000 characters, 32 brackets in each other or
/// 1,000 cells.
pub fn parse(text: &str) -> Result<Expr, SyntaxError> {
    if text.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(SyntaxError { at: MOST_CHARACTERS, kind: SyntaxKind::TooLong });
    }
    let mut parser = Parser { scan: Scanner::new(text), depth: 0, cells: 0 };
    let mark = parser.scan.mark();
    let expr = parser.expr()?;
    if parser.scan.peek().is_some() {
        let found = parser.scan.ahead();
        return Err(parser.scan.error(SyntaxKind::NotExpected(found)));
    }
    parser.single(mark, expr)
}

struct Parser<'a> {
    scan: Scanner<'a>,
    depth: usize,
    cells: i64,
}

type Parsed = Result<Expr, SyntaxError>;

impl Parser<'_> {
    fn expr(&mut self) -> Parsed {
        self.chain(Self::term, &[('+', Operator::Add), ('-', Operator::Subtract)])
    }

    fn term(&mut self) -> Parsed {
        self.chain(Self::unary, &[('*', Operator::Multiply), ('/', Operator::Divide)])
    }

    /// Parts with operators between them, from left to right.
    fn chain(&mut self, part: fn(&mut Self) -> Parsed, operators: &[(char, Operator)]) -> Parsed {
        let mark = self.scan.mark();
        let mut left = part(self)?;
        while let Some(operator) = self.operator(operators) {
            let right_mark = self.scan.mark();
            let right = part(self)?;
            left = self.single(mark, left)?.with(operator, self.single(right_mark, right)?);
        }
        Ok(left)
    }

    fn operator(&mut self, operators: &[(char, Operator)]) -> Option<Operator> {
        operators.iter().find(|(sign, _)| self.scan.take(*sign)).map(|(_, operator)| *operator)
    }

    fn unary(&mut self) -> Parsed {
        if !self.scan.take('-') {
            return self.prim();
        }
        let mark = self.scan.mark();
        let part = self.prim()?;
        Ok(Expr::Negated(Box::new(self.single(mark, part)?)))
    }

    fn prim(&mut self) -> Parsed {
        match self.scan.peek() {
            Some('(') => self.nested(|parser| {
                parser.scan.bracket('(')?;
                let mark = parser.scan.mark();
                let inner = parser.expr()?;
                parser.scan.bracket(')')?;
                parser.single(mark, inner)
            }),
            Some(digit) if digit.is_ascii_digit() => self.number(),
            Some(letter) if letter.is_alphabetic() => self.named(),
            _ => {
                let found = self.scan.ahead();
                Err(self.scan.error(SyntaxKind::NoValue(found)))
            }
        }
    }

    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T, SyntaxError>) -> Result<T, SyntaxError> {
        if self.depth == MOST_DEPTH {
            return Err(self.scan.error(SyntaxKind::TooDeep));
        }
        self.depth += 1;
        let done = inner(self);
        self.depth -= 1;
        done
    }

    /// `75`, `75%`, `1000 USD m`
    fn number(&mut self) -> Parsed {
        let mark = self.scan.mark();
        let text = self.scan.take_while(|letter| letter.is_alphanumeric() && !letter.is_uppercase() || letter == '.');
        let number =
            Decimal::parse(text).ok_or_else(|| self.scan.error_at(mark, SyntaxKind::BadNumber(short(text))))?;
        if self.scan.take('%') {
            return Ok(Expr::Percent(number));
        }
        if !self.scan.peek().is_some_and(|letter| letter.is_ascii_uppercase()) {
            return Ok(Expr::Number(number));
        }
        let currency = self.currency()?;
        let behind = self.scan.mark();
        self.scan.peek();
        let scale = match self.scan.take_while(|letter| letter.is_alphanumeric() || letter == '_') {
            "k" => Scale::Thousand,
            "m" => Scale::Million,
            "bn" => Scale::Billion,
            _ => {
                self.scan.back(behind);
                Scale::One
            }
        };
        Ok(Expr::Amount(number, Money { currency, scale, prices: Prices::Current }))
    }

    fn currency(&mut self) -> Result<Currency, SyntaxError> {
        let mark = self.scan.mark();
        let found = self.scan.take_while(char::is_alphanumeric);
        let capitals =
            <[u8; 3]>::try_from(found.as_bytes()).ok().filter(|name| name.iter().all(u8::is_ascii_uppercase));
        capitals.map(Currency).ok_or_else(|| self.scan.error_at(mark, SyntaxKind::NoCurrency(short(found))))
    }

    /// Refuses a range where one value is wanted.
    fn single(&self, mark: usize, expr: Expr) -> Parsed {
        if expr.is_list() {
            return Err(self.scan.error_at(mark, SyntaxKind::RangeHere(short(&expr.to_string()))));
        }
        Ok(expr)
    }
}

/// What an error quotes of a text that may be long.
fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
