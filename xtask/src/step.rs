//! Progress that a person can follow: numbered steps and how long each took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Counts the steps of one task.
pub struct Steps {
    total: usize,
    done: usize,
}

impl Steps {
    /// A task of `total` steps.
    pub fn new(total: usize) -> Self {
        Self { total, done: 0 }
    }

    /// Announces a step, runs it and prints its time.
    pub fn run<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        eprintln!("[{}/{}] {name}", self.done, self.total);
        let start = Instant::now();
        let result = step()?;
        eprintln!("      {}", seconds(start.elapsed()));
        Ok(result)
    }
}

/// A duration with one decimal below a minute, and in minutes and seconds above.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{} min {:02} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_naturally() {
        assert_eq!(seconds(Duration::from_millis(1_540)), "1.5 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
