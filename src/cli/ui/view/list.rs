//! The left half: stacks, or the components of one.

use super::text::fit;
use super::{BOLD, DIM, SELECTED, framed};
use crate::cli::ui::state::{Focus, State};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{List, ListState, Paragraph, Wrap};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let is_focused = state.focus == Focus::List;
    let room = usize::from(area.width.saturating_sub(2));
    let names = state.names();
    let shown = state.list().shown(&names);
    let block = framed(title(state, shown.len(), names.len(), room), is_focused);
    let words = match &state.stacks {
        None => Some("reading the stacks …".to_owned()),
        Some(Err(why)) => Some(format!("{why}\n\n`gaia validate` tells more.")),
        Some(Ok(stacks)) if stacks.is_empty() => Some("There are no stacks.".to_owned()),
        Some(Ok(_)) if shown.is_empty() => Some("nothing fits".to_owned()),
        Some(Ok(_)) => None,
    };
    if let Some(words) = words {
        frame.render_widget(Paragraph::new(words).wrap(Wrap { trim: true }).block(block), area);
        return;
    }
    let lines = shown.iter().map(|at| Line::from(fit(names[*at], room)));
    let selected = state.list().at.min(shown.len() - 1);
    let list = List::new(lines).block(block).highlight_style(if is_focused { SELECTED } else { BOLD });
    frame.render_stateful_widget(list, area, &mut ListState::default().with_selected(Some(selected)));
}

/// What is listed, how it is narrowed, and how many there are.
fn title(state: &State, shown: usize, all: usize, room: usize) -> Line<'static> {
    let what = state.opened().map_or_else(|| format!("Stacks of {}", state.root), |stack| stack.name.to_string());
    let filter = &state.list().filter;
    let is_typed = state.is_typing() && state.focus == Focus::List;
    let tail = if is_typed || !filter.is_empty() {
        format!(" /{filter}{} {shown}/{all}", if is_typed { "▏" } else { "" })
    } else {
        format!(" {all}")
    };
    let room = room.saturating_sub(super::text::width(&tail) + 2);
    Line::from(vec![Span::styled(format!(" {}", fit(&what, room)), BOLD), Span::styled(format!("{tail} "), DIM)])
}
