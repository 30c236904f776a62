//! Where questions are drawn: on stderr, in place where that is a terminal, one after another elsewhere.

use std::io::{self, IsTerminal, Write};

/// The lines that a list takes at most.
const TALLEST: usize = 15;

/// The terminal with a question on it, or the end of a pipe.
#[derive(Debug)]
pub(super) struct Screen {
    /// Whether what is drawn can be drawn anew.
    pub(super) is_live: bool,
    out: io::Stderr,
    /// The last line of the question.
    question: String,
    /// The lines below it that are drawn anew next time.
    drawn: usize,
}

impl Screen {
    pub(super) fn new() -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_live = io::stdin().is_terminal() && io::stderr().is_terminal() && !is_dumb;
        Screen { is_live, out: io::stderr(), question: String::new(), drawn: 0 }
    }

    /// Draws the question, or more of it.
    pub(super) fn question(&mut self, text: &str) {
        self.draw(text);
        self.question.push_str(text);
        self.question = self.question.rsplit('\n').next().unwrap_or_default().to_owned();
    }

    /// Draws a text where the cursor is, at once.
    pub(super) fn draw(&self, text: &str) {
        let mut stderr = self.out.lock();
        // nobody is left to be told
        let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    }

    /// The columns that a line may take.
    pub(super) fn width(&self) -> usize {
        // a line that fills the last column may break
        terminal_size::terminal_size_of(&self.out).map_or(79, |(width, _)| usize::from(width.0).max(20) - 1)
    }

    /// The lines that a list may take.
    pub(super) fn height(&self) -> usize {
        let rows = terminal_size::terminal_size_of(&self.out).map_or(24, |(_, rows)| usize::from(rows.0));
        rows.saturating_sub(6).clamp(3, TALLEST)
    }

    /// Draws lines below the question, in place of those drawn before. The cursor stays behind the last.
    pub(super) fn below(&mut self, lines: &[String]) {
        self.clear();
        let fitted: Vec<String> = lines.iter().map(|line| self.fitted(line)).collect();
        self.draw(&format!("\n{}", fitted.join("\n")));
        self.drawn = lines.len();
    }

    /// Takes back what is drawn below the question.
    pub(super) fn clear(&mut self) {
        if self.is_live && self.drawn > 0 {
            // the question may have been too long for one line of the terminal
            let rows = self.drawn + self.question.chars().count().saturating_sub(1) / (self.width() + 1);
            self.draw(&format!("\x1b[{rows}A\r\x1b[J{}", self.question));
        }
        self.drawn = 0;
    }

    /// What fits into a line.
    pub(super) fn fitted(&self, line: &str) -> String {
        let width = if self.is_live { self.width() } else { usize::MAX };
        match line.char_indices().nth(width) {
            None => line.to_owned(),
            Some(_) => line.chars().take(width - 1).chain(['…']).collect(),
        }
    }
}
