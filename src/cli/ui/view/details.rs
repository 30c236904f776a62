//! The right half: values with their origins, neighbours in the graph, runs.

use super::text::{fit, fit_end, width};
use super::{BOLD, DIM, SELECTED, framed};
use crate::cli::ui::facts::{Neighbour, RunLine, ValueLine};
use crate::cli::ui::pick::Pick;
use crate::cli::ui::state::{Focus, State, View};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, List, ListState, Paragraph, Wrap};

/// From this height on there is room to tell more of the selected line.
const TALL: u16 = 10;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &mut State) {
    let is_focused = state.focus == Focus::Details;
    let block = framed(title(state, usize::from(area.width.saturating_sub(2))), is_focused);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let columns = usize::from(inner.width);
    let (lines, more) = match content(state, columns) {
        Ok(content) => content,
        Err(words) => {
            frame.render_widget(Paragraph::new(words).wrap(Wrap { trim: true }), inner);
            return;
        }
    };
    let tall =
        if inner.height >= TALL && !more.is_empty() { more.len().min(usize::from(inner.height) / 3) + 1 } else { 0 };
    let below = Constraint::Length(u16::try_from(tall).unwrap_or_default());
    let [rows, below] = Layout::vertical([Constraint::Min(1), below]).areas(inner);
    state.page = usize::from(rows.height);
    let selected = state.details.at.min(lines.len().saturating_sub(1));
    let list = List::new(lines).highlight_style(if is_focused { SELECTED } else { BOLD });
    frame.render_stateful_widget(list, rows, &mut ListState::default().with_selected(Some(selected)));
    // the winner of a chain is last: of a long one, the beginning is left out
    let hidden = more.len().saturating_sub(tall.saturating_sub(1));
    let more = Paragraph::new(more[hidden..].to_vec());
    frame.render_widget(more.block(Block::new().borders(Borders::TOP).border_style(DIM)), below);
}

/// What is looked at, and how.
fn title(state: &State, room: usize) -> Line<'static> {
    let mut line = Line::default();
    for (number, view) in View::ALL.into_iter().enumerate() {
        let style = if view == state.view { SELECTED } else { DIM };
        line.push_span(Span::raw(" "));
        line.push_span(Span::styled(format!("{} {}", number + 1, view.title()), style));
    }
    let filter = &state.details.filter;
    let is_typed = state.is_typing() && state.focus == Focus::Details;
    if is_typed || !filter.is_empty() {
        line.push_span(Span::styled(format!(" /{filter}{}", if is_typed { "▏" } else { "" }), BOLD));
    }
    let subject = state.subject().map_or_else(String::new, |subject| match subject.component {
        Some(component) => format!("{component} in {}", subject.stack),
        None => subject.stack.to_string(),
    });
    let room = room.saturating_sub(line.width() + 2);
    if room > 4 {
        line.push_span(Span::raw(format!(" {}", fit(&subject, room))));
    }
    line.push_span(Span::raw(" "));
    line
}

/// The lines, and what more there is to say about the selected one; or why there are none.
type Content = Result<(Vec<Line<'static>>, Vec<Line<'static>>), String>;

fn content(state: &State, columns: usize) -> Content {
    let Some(subject) = state.subject() else { return Err(String::new()) };
    let waiting = || "working it out …".to_owned();
    match state.view {
        View::Values => {
            let found = state.shown_values().ok_or_else(waiting)?.as_deref().map_err(Clone::clone)?;
            let none = "no values";
            let shown = chosen(state, found.len(), none)?;
            let keys = shown.iter().map(|at| width(&found[*at].key) + width(&found[*at].value) + 3).max().unwrap_or(0);
            let origins = columns.saturating_sub(keys + 2).clamp(columns * 2 / 5, columns * 3 / 5);
            let lines = shown.iter().map(|at| value(&found[*at], columns, origins)).collect();
            let more = selected(&state.details, &shown).map(|at| chain(&found[at], columns)).unwrap_or_default();
            Ok((lines, more))
        }
        View::Graph => {
            let found = state.shown_neighbours().ok_or_else(|| "reading the graph …".to_owned())?;
            let found = found.as_deref().map_err(Clone::clone)?;
            let none = if subject.component.is_some() {
                "nothing depends on it, and it on nothing"
            } else {
                "no other stack is depended on, or depends on it"
            };
            let shown = chosen(state, found.len(), none)?;
            let lines = shown.iter().map(|at| neighbour(&found[*at], &subject.stack, columns)).collect();
            let more = selected(&state.details, &shown).map(|at| &found[at].reasons);
            let more = more.into_iter().flatten().map(|reason| Line::from(fit(reason, columns))).collect();
            Ok((lines, more))
        }
        View::Runs => {
            let found = state.shown_runs().ok_or_else(waiting)?.map_err(str::to_owned)?;
            let shown = chosen(state, found.len(), "no runs yet: `gaia plan` makes one")?;
            let component = subject.component.as_deref();
            let lines = shown.iter().map(|at| run(found[*at], &subject.stack, component, columns)).collect();
            let more = selected(&state.details, &shown).map(|at| steps(found[at], &subject.stack, columns));
            Ok((lines, more.unwrap_or_default()))
        }
    }
}

/// The numbers of what is shown; or why nothing is.
fn chosen(state: &State, count: usize, none: &str) -> Result<Vec<usize>, String> {
    if count == 0 {
        return Err(none.to_owned());
    }
    let shown = state.details.shown(&state.detail_texts());
    if shown.is_empty() { Err("nothing fits".to_owned()) } else { Ok(shown) }
}

fn selected(pick: &Pick, shown: &[usize]) -> Option<usize> {
    shown.get(pick.at.min(shown.len().saturating_sub(1))).copied()
}

/// `key = value`, and where it comes from at the right.
fn value(line: &ValueLine, columns: usize, origins: usize) -> Line<'static> {
    let origin = fit_end(line.origin(), origins);
    let room = columns.saturating_sub(width(&origin) + 1);
    let text = fit(&format!("{} = {}", line.key, line.value), room);
    let gap = columns.saturating_sub(width(&text) + width(&origin));
    Line::from(vec![Span::raw(text), Span::raw(" ".repeat(gap)), Span::styled(origin, DIM)])
}

/// What made a value, the winner last and marked.
fn chain(line: &ValueLine, columns: usize) -> Vec<Line<'static>> {
    let styled = |(at, [place, how, value]): (usize, &[String; 3])| {
        let is_winner = at + 1 == line.chain.len();
        let text = format!("{} {place}  {how}  {value}", if is_winner { '→' } else { ' ' });
        Line::styled(fit(&text, columns), if is_winner { BOLD } else { DIM })
    };
    line.chain.iter().enumerate().map(styled).collect()
}

fn neighbour(neighbour: &Neighbour, own_stack: &str, columns: usize) -> Line<'static> {
    let word = if neighbour.is_needed { "needs    " } else { "needed by" };
    let stack = if *neighbour.stack == *own_stack { String::new() } else { format!("  in {}", neighbour.stack) };
    Line::from(fit(&format!("{word} {}{stack}", neighbour.component), columns))
}

/// When it was and how it ended: for the component, or for the whole.
fn run(run: &RunLine, stack: &str, component: Option<&str>, columns: usize) -> Line<'static> {
    let own = component.and_then(|component| run.steps.iter().find(|(s, c, _)| s == stack && c == component));
    let status = own.map_or(run.state.as_str(), |(_, _, status)| status);
    Line::from(fit(&format!("{}  {:8} {status}", run.started, run.kind), columns))
}

/// The name of a run, and how its components of the stack ended.
fn steps(run: &RunLine, stack: &str, columns: usize) -> Vec<Line<'static>> {
    let own = run.steps.iter().filter(|(of, ..)| of == stack);
    let steps = own.map(|(_, component, status)| Line::from(fit(&format!("  {component}: {status}"), columns)));
    std::iter::once(Line::styled(fit(&run.id, columns), BOLD)).chain(steps).collect()
}
