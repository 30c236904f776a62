//! The explorer without a terminal: keys and facts in, screens out.

use super::facts::{Fact, Neighbour, Request, RunLine, Stack, Subject, ValueLine};
use super::keys::{Key, meaning};
use super::state::{Focus, State};
use super::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 50);

fn stacks() -> Vec<Stack> {
    let stack = |name: &str, components: &[&str]| Stack {
        name: name.into(),
        files: vec![format!("deploy/{name}").into()],
        components: components.iter().map(|c| (*c).into()).collect(),
    };
    vec![stack("plat-ue2-dev", &["eks", "vpc"]), stack("plat-ue2-prod", &["eks", "vpc", "waf"])]
}

fn value(key: &str, value: &str, place: &str) -> ValueLine {
    let base = ["stacks/catalog/vpc/defaults.yaml:7:9".into(), "inherited from vpc/defaults".into(), "1".into()];
    ValueLine {
        key: key.into(),
        value: value.into(),
        chain: vec![base, [place.into(), "component".into(), value.into()]],
    }
}

/// What a repository would answer.
fn answer(request: Request) -> Fact {
    match request {
        Request::Stacks => Fact::Stacks(Ok(stacks())),
        Request::Values(subject) if subject.component.is_none() => Fact::Values(subject, Err("no such stack".into())),
        Request::Values(subject) => Fact::Values(
            subject,
            Ok(vec![
                value("settings.team", "\"core\"", "stacks/deploy/plat-ue2-dev.yaml:12:11"),
                value("vars.cidr", "\"10.0.0.0/16\"", "stacks/orgs/acme/plat/dev/us-east-2/network/vpc.yaml:31:13"),
                value("vars.tags", "{\"Environment\":\"dev\",\"Team\":\"core\"}", "stacks/mixins/tags.yaml:2:3"),
            ]),
        ),
        Request::Neighbours(subject) => {
            let near = |is_needed, component: &str, stack: &str| Neighbour {
                is_needed,
                stack: stack.into(),
                component: component.into(),
                reasons: vec!["dependencies.components stacks/deploy/plat-ue2-dev.yaml:9:5".into()],
            };
            Fact::Neighbours(subject, Ok(vec![near(true, "vpc", "plat-ue2-dev"), near(false, "waf", "plat-ue2-prod")]))
        }
        Request::Runs => Fact::Runs(Ok(vec![RunLine {
            id: "20261121T101112123-ab12".into(),
            kind: "plan".into(),
            started: "2026-11-21 10:11".into(),
            state: "ok".into(),
            steps: vec![("plat-ue2-dev".into(), "vpc".into(), "ok".into())],
        }])),
    }
}

/// Answers all that is wanted, again and again.
fn settle(state: &mut State) {
    loop {
        let wanted = state.wanted();
        if wanted.is_empty() {
            return;
        }
        for request in wanted {
            state.learn(answer(request));
        }
    }
}

fn after(keys: &[Key]) -> State {
    let mut state = State::new("acme".into());
    settle(&mut state);
    for key in keys {
        assert!(state.key(*key), "{key:?} leaves");
        settle(&mut state);
    }
    state
}

fn screen(state: &mut State, (width, height): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(frame, state)).unwrap();
    terminal.backend().to_string()
}

#[test]
fn the_first_screen_needs_no_facts() {
    let mut state = State::new("acme".into());
    assert_eq!(state.wanted(), [Request::Stacks]);
    assert_eq!(state.wanted(), [], "nothing is asked for twice");
    insta::assert_snapshot!(screen(&mut state, SMALL));
}

#[test]
fn values_are_shown_with_their_origins() {
    let mut state = after(&[Key::Open, Key::Down, Key::Open, Key::Down]);
    insta::assert_snapshot!("values_80x24", screen(&mut state, SMALL));
    insta::assert_snapshot!("values_200x50", screen(&mut state, LARGE));
}

#[test]
fn the_graph_and_runs_are_views_of_the_same_component() {
    let mut state = after(&[Key::Open, Key::Down, Key::View(1)]);
    insta::assert_snapshot!("graph_80x24", screen(&mut state, SMALL));
    state.key(Key::NextView);
    settle(&mut state);
    insta::assert_snapshot!("runs_80x24", screen(&mut state, SMALL));
    insta::assert_snapshot!("runs_200x50", screen(&mut state, LARGE));
}

#[test]
fn the_graph_leads_to_other_components() {
    let state = after(&[Key::Open, Key::View(1), Key::Switch, Key::Down, Key::Open]);
    let there = Subject { stack: "plat-ue2-prod".into(), component: Some("waf".into()) };
    assert_eq!(state.subject(), Some(there));
}

#[test]
fn typing_narrows_the_list() {
    let mut keys = vec![Key::Filter];
    keys.extend("prd".chars().map(Key::Char));
    let mut state = after(&keys);
    insta::assert_snapshot!("filter_80x24", screen(&mut state, SMALL));
    // Enter keeps the filter, the next opens what it found
    assert!(state.key(Key::Open) && state.key(Key::Open));
    assert_eq!(state.opened().map(|stack| &*stack.name), Some("plat-ue2-prod"));
    // one step out of the stack, one out of the filter: what it found stays selected
    assert!(state.key(Key::Back) && state.key(Key::Back));
    assert_eq!((state.stack_list.filter.as_str(), state.stack_list.at), ("", 1));
}

#[test]
fn help_lists_the_keys() {
    let mut state = after(&[Key::Help]);
    insta::assert_snapshot!("help_80x24", screen(&mut state, SMALL));
    assert!(state.key(Key::Quit), "any key closes the help");
    assert!(!state.helps && !state.key(Key::Quit));
}

#[test]
fn what_is_slow_is_asked_for_the_last_selection_only() {
    let mut state = after(&[]);
    state.key(Key::Open);
    let first = state.wanted();
    state.key(Key::Down);
    assert_eq!(state.wanted(), [], "one at a time");
    for request in first {
        state.learn(answer(request));
    }
    let vpc = Subject { stack: "plat-ue2-dev".into(), component: Some("vpc".into()) };
    assert_eq!(state.wanted(), [Request::Values(vpc)]);
}

#[test]
fn an_error_is_told_in_place_of_what_it_hides() {
    let mut state = State::new(".".into());
    state.wanted();
    state.learn(Fact::Stacks(Err("`stacks/a.yaml` is no YAML".into())));
    assert!(screen(&mut state, SMALL).contains("`stacks/a.yaml` is no"));
    for key in [Key::Open, Key::Switch, Key::Down, Key::Back, Key::View(2), Key::Last] {
        assert!(state.key(key));
        screen(&mut state, SMALL);
    }
}

#[test]
fn no_size_is_too_small() {
    let journeys: [&[Key]; 5] = [
        &[],
        &[Key::Open, Key::Open, Key::Last],
        &[Key::Open, Key::View(1), Key::Switch],
        &[Key::View(2), Key::Help],
        &[Key::Filter, Key::Char('x')],
    ];
    for keys in journeys {
        let mut state = after(keys);
        for (width, height) in (1..=70).flat_map(|width| (0..=14).map(move |height| (width, height))) {
            screen(&mut state, (width, height));
        }
        screen(&mut state, (500, 2));
        screen(&mut state, (2, 500));
    }
}

#[test]
fn letters_are_commands_unless_a_filter_is_typed() {
    let press = |code| KeyEvent::new(code, KeyModifiers::NONE);
    assert_eq!(meaning(&press(KeyCode::Char('q')), false), Key::Quit);
    assert_eq!(meaning(&press(KeyCode::Char('q')), true), Key::Char('q'));
    assert_eq!(meaning(&press(KeyCode::Char('2')), false), Key::View(1));
    let state = after(&[Key::Switch]);
    assert_eq!(state.focus, Focus::Details);
}
