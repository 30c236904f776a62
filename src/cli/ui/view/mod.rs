//! The state as a screen.

mod details;
mod list;
mod text;

use super::keys;
use super::state::{Focus, State};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};
use text::fit;

/// Both halves stand side by side from this width on.
const SIDE_BY_SIDE: u16 = 64;
/// Below this nothing can be told.
const LEAST: (u16, u16) = (20, 5);

const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);
const SELECTED: Style = Style::new().add_modifier(Modifier::REVERSED);

/// Draws all of it.
pub(super) fn draw(frame: &mut Frame<'_>, state: &mut State) {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        frame.render_widget(Paragraph::new("too small"), area);
        return;
    }
    let [body, footer] = Layout::vertical([Constraint::Min(1), Constraint::Length(1)]).areas(area);
    if area.width >= SIDE_BY_SIDE {
        let left = (area.width * 3 / 10).clamp(24, 48);
        let [left, right] = Layout::horizontal([Constraint::Length(left), Constraint::Min(1)]).areas(body);
        list::draw(frame, left, state);
        details::draw(frame, right, state);
    } else if state.focus == Focus::List {
        list::draw(frame, body, state);
    } else {
        details::draw(frame, body, state);
    }
    frame.render_widget(Paragraph::new(footer_line(state, footer.width)), footer);
    if state.helps {
        help(frame, body);
    }
}

/// A frame with a title; that of the half that the keys are for is bold.
fn framed(title: Line<'_>, is_focused: bool) -> Block<'_> {
    Block::bordered().title(title).border_style(if is_focused { BOLD } else { DIM })
}

/// The keys that do something now.
fn footer_line(state: &State, width: u16) -> Line<'static> {
    let keys: &[(&str, &str)] = match (state.is_typing(), state.focus) {
        (true, _) => &[("Enter", "keeps the filter"), ("Esc", "drops it"), ("↑↓", "move")],
        (false, Focus::List) if state.open.is_none() => &[
            ("↑↓", "move"),
            ("Enter", "open"),
            ("/", "filter"),
            ("Tab", "details"),
            ("1 2 3", "view"),
            ("?", "help"),
            ("q", "quit"),
        ],
        (false, Focus::List) => &[
            ("↑↓", "move"),
            ("Enter", "details"),
            ("Esc", "stacks"),
            ("/", "filter"),
            ("1 2 3", "view"),
            ("?", "help"),
            ("q", "quit"),
        ],
        (false, Focus::Details) => {
            &[("↑↓", "move"), ("Esc", "back"), ("/", "filter"), ("1 2 3", "view"), ("?", "help"), ("q", "quit")]
        }
    };
    let mut line = Line::default();
    for (key, what) in keys {
        let (key, what) = (Span::styled(format!(" {key}"), BOLD), Span::raw(format!(" {what} ")));
        // what does not fit is in the help
        if line.width() + key.width() + what.width() > usize::from(width) {
            break;
        }
        line.push_span(key);
        line.push_span(what);
    }
    line
}

fn help(frame: &mut Frame<'_>, body: Rect) {
    let lines: Vec<Line<'_>> = keys::HELP
        .iter()
        .map(|(key, what)| Line::from(vec![Span::styled(format!(" {key:16}"), BOLD), Span::raw(*what)]))
        .collect();
    let width = lines.iter().map(Line::width).max().unwrap_or_default() + 3;
    let height = lines.len() + 2;
    let [area] = Layout::horizontal([Constraint::Max(u16::try_from(width).unwrap_or(u16::MAX))])
        .flex(ratatui::layout::Flex::Center)
        .areas(body);
    let [area] = Layout::vertical([Constraint::Max(u16::try_from(height).unwrap_or(u16::MAX))])
        .flex(ratatui::layout::Flex::Center)
        .areas(area);
    frame.render_widget(Clear, area);
    let title = fit(" Keys (any key closes this) ", usize::from(area.width.saturating_sub(2)));
    frame.render_widget(Paragraph::new(lines).block(framed(Line::from(title), true)), area);
}
