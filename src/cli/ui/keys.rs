//! What keys mean.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the user wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    /// Into what is selected.
    Open,
    /// Out of it.
    Back,
    /// To the other half of the screen.
    Switch,
    /// Another view of what is selected, by its number.
    View(usize),
    /// The next view.
    NextView,
    /// Type what narrows the list.
    Filter,
    Help,
    Quit,
    /// A character of the filter.
    Char(char),
    Erase,
    Nothing,
}

/// The keys with what they do, as the help shows them.
pub(super) const HELP: [(&str, &str); 10] = [
    ("↑ ↓  j k", "the line above, below"),
    ("PgUp PgDn", "a screen up, down"),
    ("Home End  g G", "the first, the last line"),
    ("Enter → l", "open the stack; go to the component of the graph"),
    ("Esc ← h", "back: out of the filter, the details, the stack"),
    ("Tab", "between the list and the details"),
    ("1 2 3  v", "values, graph, runs; the next of them"),
    ("/", "narrow the list; Enter keeps the filter, Esc drops it"),
    ("?", "this help"),
    ("q  Ctrl-C", "leave"),
];

/// Whether a key is Ctrl-C, which a terminal in raw mode hands on as any other.
pub(super) fn is_interrupt(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

/// What a key means, while a filter is typed or else.
pub(super) fn meaning(key: &KeyEvent, is_typing: bool) -> Key {
    match key.code {
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::First,
        KeyCode::End => Key::Last,
        KeyCode::Enter | KeyCode::Right => Key::Open,
        KeyCode::Esc | KeyCode::Left => Key::Back,
        KeyCode::Tab | KeyCode::BackTab => Key::Switch,
        KeyCode::Backspace => Key::Erase,
        KeyCode::Char(c) if is_typing => Key::Char(c),
        KeyCode::Char(c) => letter(c),
        _ => Key::Nothing,
    }
}

fn letter(c: char) -> Key {
    match c {
        'k' => Key::Up,
        'j' => Key::Down,
        'g' => Key::First,
        'G' => Key::Last,
        'l' => Key::Open,
        'h' => Key::Back,
        'v' => Key::NextView,
        '1'..='3' => Key::View(c as usize - '1' as usize),
        '/' => Key::Filter,
        '?' => Key::Help,
        'q' => Key::Quit,
        _ => Key::Nothing,
    }
}
