//! All that is known, and how keys and facts change it. Nothing is read or drawn here.

use super::facts::{Fact, Found, Neighbour, Request, RunLine, Stack, Subject, ValueLine};
use super::keys::Key;
use super::pick::Pick;
use std::sync::Arc;

/// What is shown of the selected stack or component.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum View {
    #[default]
    Values,
    Graph,
    Runs,
}

impl View {
    pub(super) const ALL: [View; 3] = [View::Values, View::Graph, View::Runs];

    pub(super) fn title(self) -> &'static str {
        match self {
            View::Values => "Values",
            View::Graph => "Graph",
            View::Runs => "Runs",
        }
    }
}

/// Which half of the screen the keys are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Focus {
    #[default]
    List,
    Details,
}

/// How many lines the keys for a page go at once; what is drawn says more exactly.
const PAGE: usize = 10;

/// The explorer.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The name of the repository's directory.
    pub(super) root: String,
    pub(super) stacks: Option<Found<Stack>>,
    /// The stack whose components are listed, by its number.
    pub(super) open: Option<usize>,
    pub(super) stack_list: Pick,
    pub(super) component_list: Pick,
    pub(super) details: Pick,
    pub(super) focus: Focus,
    pub(super) view: View,
    pub(super) values: Option<(Subject, Found<ValueLine>)>,
    pub(super) neighbours: Option<(Subject, Found<Neighbour>)>,
    pub(super) runs: Option<Found<RunLine>>,
    pub(super) helps: bool,
    /// How many lines of the details were drawn.
    pub(super) page: usize,
    typing: bool,
    /// What was asked for and has not come yet.
    asked: Vec<Request>,
}

impl State {
    pub(super) fn new(root: String) -> State {
        State { root, page: PAGE, ..State::default() }
    }

    /// The stacks, as far as they are known.
    pub(super) fn all_stacks(&self) -> &[Stack] {
        match &self.stacks {
            Some(Ok(stacks)) => stacks,
            _ => &[],
        }
    }

    /// The names of the list.
    pub(super) fn names(&self) -> Vec<&str> {
        match self.opened() {
            Some(stack) => stack.components.iter().map(|name| &**name).collect(),
            None => self.all_stacks().iter().map(|stack| &*stack.name).collect(),
        }
    }

    /// The stack whose components are listed.
    pub(super) fn opened(&self) -> Option<&Stack> {
        self.all_stacks().get(self.open?)
    }

    /// The list that is shown: of stacks, or of components.
    pub(super) fn list(&self) -> &Pick {
        if self.open.is_some() { &self.component_list } else { &self.stack_list }
    }

    /// What is selected.
    pub(super) fn subject(&self) -> Option<Subject> {
        let selected = self.list().selected(&self.names());
        if let Some(stack) = self.opened() {
            let component = selected.and_then(|at| stack.components.get(at)).map(Arc::clone);
            return Some(Subject { stack: Arc::clone(&stack.name), component });
        }
        let stack = self.all_stacks().get(selected?)?;
        Some(Subject { stack: Arc::clone(&stack.name), component: None })
    }

    /// The values of what is selected, if they are known.
    pub(super) fn shown_values(&self) -> Option<&Found<ValueLine>> {
        of_subject(self.values.as_ref(), &self.subject()?)
    }

    /// The neighbours of what is selected, if they are known.
    pub(super) fn shown_neighbours(&self) -> Option<&Found<Neighbour>> {
        of_subject(self.neighbours.as_ref(), &self.subject()?)
    }

    /// The runs of what is selected, if they are known.
    pub(super) fn shown_runs(&self) -> Option<Result<Vec<&RunLine>, &str>> {
        let subject = self.subject()?;
        let is_of_subject = |run: &&RunLine| {
            run.steps.iter().any(|(stack, component, _)| {
                *stack == *subject.stack && subject.component.as_ref().is_none_or(|wanted| **wanted == **component)
            })
        };
        Some(match self.runs.as_ref()? {
            Ok(runs) => Ok(runs.iter().filter(is_of_subject).collect()),
            Err(why) => Err(why),
        })
    }

    pub(super) fn is_typing(&self) -> bool {
        self.typing
    }

    /// What has to be found out for the screen, and was not asked for yet. Of each kind one thing at a time: who moves
    /// fast through a list waits for the last only.
    pub(super) fn wanted(&mut self) -> Vec<Request> {
        let mut wanted = Vec::new();
        if self.stacks.is_none() {
            wanted.push(Request::Stacks);
        }
        if let Some(subject) = self.subject() {
            match self.view {
                View::Values if self.shown_values().is_none() => wanted.push(Request::Values(subject)),
                View::Graph if self.shown_neighbours().is_none() => wanted.push(Request::Neighbours(subject)),
                View::Runs if self.runs.is_none() => wanted.push(Request::Runs),
                _ => {}
            }
        }
        wanted.retain(|request| {
            self.asked.iter().all(|asked| std::mem::discriminant(asked) != std::mem::discriminant(request))
        });
        self.asked.extend(wanted.iter().cloned());
        wanted
    }

    /// Takes in what was found out.
    pub(super) fn learn(&mut self, fact: Fact) {
        self.asked.retain(|asked| {
            !matches!(
                (asked, &fact),
                (Request::Stacks, Fact::Stacks(_))
                    | (Request::Values(_), Fact::Values(..))
                    | (Request::Neighbours(_), Fact::Neighbours(..))
                    | (Request::Runs, Fact::Runs(_))
            )
        });
        match fact {
            Fact::Stacks(found) => self.stacks = Some(found),
            Fact::Values(subject, found) => self.values = Some((subject, found)),
            Fact::Neighbours(subject, found) => self.neighbours = Some((subject, found)),
            Fact::Runs(found) => self.runs = Some(found),
        }
    }

    /// Does what a key means; `false` to leave.
    pub(super) fn key(&mut self, key: Key) -> bool {
        if self.helps {
            self.helps = false;
            return true;
        }
        match key {
            Key::Quit => return false,
            Key::Help => self.helps = true,
            Key::Up => self.step(-1),
            Key::Down => self.step(1),
            Key::PageUp => self.step(-self.page_length()),
            Key::PageDown => self.step(self.page_length()),
            Key::First => self.step(isize::MIN),
            Key::Last => self.step(isize::MAX),
            Key::Open => self.enter(),
            Key::Back => return self.back(),
            Key::Switch if self.subject().is_some() => {
                self.typing = false;
                self.focus = if self.focus == Focus::List { Focus::Details } else { Focus::List };
            }
            Key::View(number) => self.look(View::ALL[number.min(2)]),
            Key::NextView => self.look(View::ALL[(self.view as usize + 1) % 3]),
            Key::Filter => self.typing = true,
            Key::Char(c) => self.typed(|pick| pick.type_char(c)),
            Key::Erase if self.typing => self.typed(Pick::erase),
            Key::Erase | Key::Switch | Key::Nothing => {}
        }
        true
    }

    fn page_length(&self) -> isize {
        isize::try_from(self.page.max(2) - 1).unwrap_or(1)
    }

    fn look(&mut self, view: View) {
        self.view = view;
        self.details = Pick::default();
    }

    /// The texts of the details, by which they are narrowed.
    pub(super) fn detail_texts(&self) -> Vec<&str> {
        match self.view {
            View::Values => {
                let lines = self.shown_values().and_then(|found| found.as_deref().ok()).unwrap_or_default();
                lines.iter().map(|line| line.key.as_str()).collect()
            }
            View::Graph => {
                let lines = self.shown_neighbours().and_then(|found| found.as_deref().ok()).unwrap_or_default();
                lines.iter().map(|line| &*line.component).collect()
            }
            View::Runs => {
                let lines = self.shown_runs().and_then(Result::ok).unwrap_or_default();
                lines.into_iter().map(|run| run.id.as_str()).collect()
            }
        }
    }

    fn step(&mut self, by: isize) {
        match self.focus {
            Focus::Details => {
                let count = self.details.shown(&self.detail_texts()).len();
                self.details.step(by, count);
            }
            Focus::List => {
                let count = self.list().shown(&self.names()).len();
                self.list_mut().step(by, count);
                self.details = Pick::default();
            }
        }
    }

    fn list_mut(&mut self) -> &mut Pick {
        if self.open.is_some() { &mut self.component_list } else { &mut self.stack_list }
    }

    /// Changes the filter of the focused half.
    fn typed(&mut self, change: impl FnOnce(&mut Pick)) {
        match self.focus {
            Focus::Details => change(&mut self.details),
            Focus::List => {
                change(self.list_mut());
                self.details = Pick::default();
            }
        }
    }

    /// Keeps the filter; into the selected stack, the details of a component, or where the graph leads.
    fn enter(&mut self) {
        if std::mem::take(&mut self.typing) {
            return;
        }
        match self.focus {
            Focus::Details if self.view == View::Graph => self.follow(),
            Focus::Details => {}
            Focus::List if self.open.is_some() => self.focus = Focus::Details,
            Focus::List => {
                self.open = self.stack_list.selected(&self.names());
                self.component_list = Pick::default();
                self.details = Pick::default();
            }
        }
    }

    /// Goes to the selected neighbour.
    fn follow(&mut self) {
        let at = self.details.selected(&self.detail_texts());
        let Some(Ok(neighbours)) = self.shown_neighbours() else { return };
        let Some(Neighbour { stack, component, .. }) = at.and_then(|at| neighbours.get(at)).cloned() else { return };
        let Some(number) = self.all_stacks().iter().position(|known| known.name == stack) else { return };
        let Some(at) = self.all_stacks()[number].components.iter().position(|known| *known == component) else {
            return;
        };
        self.open = Some(number);
        self.stack_list = Pick { at: number, ..Pick::default() };
        self.component_list = Pick { at, ..Pick::default() };
        self.details = Pick::default();
    }

    /// One step out: of the filter, the details, the stack. From the list of stacks it leads nowhere.
    fn back(&mut self) -> bool {
        self.typing = false;
        let has_filter = match self.focus {
            Focus::Details => !self.details.filter.is_empty(),
            Focus::List => !self.list().filter.is_empty(),
        };
        if has_filter {
            let at = match self.focus {
                Focus::Details => self.details.selected(&self.detail_texts()),
                Focus::List => self.list().selected(&self.names()),
            };
            let pick = if self.focus == Focus::Details { &mut self.details } else { self.list_mut() };
            *pick = Pick { filter: String::new(), at: at.unwrap_or_default() };
        } else if self.focus == Focus::Details {
            self.focus = Focus::List;
        } else if self.open.take().is_some() {
            self.details = Pick::default();
        }
        true
    }
}

fn of_subject<'a, T>(known: Option<&'a (Subject, Found<T>)>, subject: &Subject) -> Option<&'a Found<T>> {
    known.filter(|(of, _)| of == subject).map(|(_, found)| found)
}
