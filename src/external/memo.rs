//! Computing each thing once in a run, from any number of threads, with circles found instead of waited in.

use crate::error::{Error, Result};
use rustc_hash::FxHashMap;
use std::fmt::Display;
use std::hash::Hash;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

/// The keys whose computation led to the present one, outermost first; cheap to clone.
#[derive(Debug)]
pub struct Chain<K>(Option<Arc<Link<K>>>);

#[derive(Debug)]
struct Link<K> {
    key: K,
    outer: Chain<K>,
}

impl<K> Clone for Chain<K> {
    fn clone(&self) -> Self {
        Chain(self.0.clone())
    }
}

impl<K> Default for Chain<K> {
    fn default() -> Self {
        Chain(None)
    }
}

impl<K: Clone + Eq> Chain<K> {
    /// The chain with one more key.
    #[must_use]
    pub fn push(&self, key: K) -> Self {
        Chain(Some(Arc::new(Link { key, outer: self.clone() })))
    }

    /// The key that is being computed.
    pub fn last(&self) -> Option<&K> {
        self.0.as_ref().map(|link| &link.key)
    }

    /// The keys, outermost first.
    pub fn keys(&self) -> Vec<K> {
        let mut keys: Vec<K> = self.inwards().cloned().collect();
        keys.reverse();
        keys
    }

    fn contains(&self, key: &K) -> bool {
        self.inwards().any(|k| k == key)
    }

    fn inwards(&self) -> impl Iterator<Item = &K> {
        std::iter::successors(self.0.as_deref(), |link| link.outer.0.as_deref()).map(|link| &link.key)
    }
}

/// Results by key, each computed once; errors are kept too.
///
/// A thread that asks for what another thread is computing waits for it. Two ways to wait for ever are closed: a key
/// that depends on itself, also through other threads, is an error that prints the circle; and a thread that would
/// wait for work buried under its own stack (a work-stealing pool can put it there) computes the value a second time.
#[derive(Debug)]
pub struct Memo<K, V> {
    state: Mutex<State<K, V>>,
    finished: Condvar,
}

#[derive(Debug)]
struct State<K, V> {
    slots: FxHashMap<K, Slot<K, V>>,
    /// What each waiting thread waits for.
    waiting: FxHashMap<ThreadId, K>,
}

#[derive(Debug)]
enum Slot<K, V> {
    Done(Result<V>),
    Running { on: ThreadId, needs: Vec<K> },
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        let state = State { slots: FxHashMap::default(), waiting: FxHashMap::default() };
        Memo { state: Mutex::new(state), finished: Condvar::new() }
    }
}

impl<K: Clone + Eq + Hash + Display, V: Clone> Memo<K, V> {
    /// The value of `key`: known, awaited from another thread, or computed now by `compute`, which gets the chain to
    /// hand to the calls it makes itself.
    ///
    /// # Errors
    /// The error of the computation, at every later call too, or an error that prints the circle when `key` needs itself.
    pub fn get(&self, key: &K, chain: &Chain<K>, compute: impl FnOnce(&Chain<K>) -> Result<V>) -> Result<V> {
        let me = thread::current().id();
        let mut state = self.lock();
        loop {
            match state.slots.get(key) {
                Some(Slot::Done(result)) => return result.clone(),
                Some(Slot::Running { .. }) => {}
                None => break,
            }
            if let Some(circle) = state.circle(key, chain) {
                return Err(circular(&circle));
            }
            if state.would_deadlock(key, me) {
                drop(state);
                return compute(&chain.push(key.clone()));
            }
            state.link(chain, key);
            state.waiting.insert(me, key.clone());
            state = self.finished.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.waiting.remove(&me);
            state.unlink(chain, key);
        }
        state.link(chain, key);
        state.slots.insert(key.clone(), Slot::Running { on: me, needs: Vec::new() });
        drop(state);

        let running = Running { memo: self, key, chain };
        let result = compute(&chain.push(key.clone()));
        running.finish(result.clone());
        result
    }

    fn lock(&self) -> MutexGuard<'_, State<K, V>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Clears the slot of a computation that panicked, so that nobody waits for it.
struct Running<'a, K: Clone + Eq + Hash, V> {
    memo: &'a Memo<K, V>,
    key: &'a K,
    chain: &'a Chain<K>,
}

impl<K: Clone + Eq + Hash, V> Running<'_, K, V> {
    fn finish(self, result: Result<V>) {
        self.end(Some(Slot::Done(result)));
        std::mem::forget(self);
    }

    fn end(&self, slot: Option<Slot<K, V>>) {
        let mut state = self.memo.state.lock().unwrap_or_else(PoisonError::into_inner);
        match slot {
            Some(slot) => state.slots.insert(self.key.clone(), slot),
            None => state.slots.remove(self.key),
        };
        state.unlink(self.chain, self.key);
        self.memo.finished.notify_all();
    }
}

impl<K: Clone + Eq + Hash, V> Drop for Running<'_, K, V> {
    fn drop(&mut self) {
        self.end(None);
    }
}

impl<K: Clone + Eq + Hash, V> State<K, V> {
    fn needs_of(&mut self, chain: &Chain<K>) -> Option<&mut Vec<K>> {
        match self.slots.get_mut(chain.0.as_deref().map(|link| &link.key)?) {
            Some(Slot::Running { needs, .. }) => Some(needs),
            _ => None,
        }
    }

    fn link(&mut self, chain: &Chain<K>, key: &K) {
        if let Some(needs) = self.needs_of(chain) {
            needs.push(key.clone());
        }
    }

    fn unlink(&mut self, chain: &Chain<K>, key: &K) {
        if let Some(needs) = self.needs_of(chain)
            && let Some(at) = needs.iter().position(|k| k == key)
        {
            needs.swap_remove(at);
        }
    }

    /// The circle that would close if the last key of the chain waited for `key`, which is being computed.
    fn circle(&self, key: &K, chain: &Chain<K>) -> Option<Vec<K>> {
        let mut seen = vec![key.clone()];
        let mut paths = vec![vec![key.clone()]];
        while let Some(path) = paths.pop() {
            let at = path.last()?;
            if chain.contains(at) {
                let mut circle: Vec<K> = chain.keys().into_iter().skip_while(|k| k != at).collect();
                circle.extend(path);
                return Some(circle);
            }
            let Some(Slot::Running { needs, .. }) = self.slots.get(at) else { continue };
            for next in needs {
                if !seen.contains(next) {
                    seen.push(next.clone());
                    paths.push(path.iter().chain([next]).cloned().collect());
                }
            }
        }
        None
    }

    /// Whether the thread that computes `key` waits, perhaps through others, for work on the stack of thread `me`.
    fn would_deadlock(&self, key: &K, me: ThreadId) -> bool {
        let mut key = key;
        loop {
            let Some(Slot::Running { on, .. }) = self.slots.get(key) else { return false };
            if *on == me {
                return true;
            }
            match self.waiting.get(on) {
                Some(next) => key = next,
                None => return false,
            }
        }
    }
}

fn circular<K: Display>(circle: &[K]) -> Error {
    let steps: Vec<String> = circle.iter().map(ToString::to_string).collect();
    let start = steps.first().map_or("", String::as_str);
    let start = if start.contains('`') { start.to_owned() } else { format!("`{start}`") };
    Error::new(format!("{start} depends on itself"))
        .note(steps.join(" → "))
        .hint("break the circle: give one of them a value that does not come from the other")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};

    type Names = Memo<&'static str, usize>;

    #[test]
    fn computes_once_for_many_threads() {
        let (memo, calls) = (Names::default(), AtomicUsize::new(0));
        let start = Barrier::new(8);
        thread::scope(|scope| {
            let asked: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        memo.get(&"a", &Chain::default(), |_| {
                            thread::yield_now();
                            Ok(calls.fetch_add(1, Ordering::SeqCst) + 41)
                        })
                    })
                })
                .collect();
            for thread in asked {
                assert_eq!(thread.join().expect("no panic").expect("a value"), 41);
            }
        });
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn keeps_errors() {
        let (memo, calls) = (Names::default(), AtomicUsize::new(0));
        for _ in 0..2 {
            let error = memo
                .get(&"a", &Chain::default(), |_| {
                    calls.fetch_add(1, Ordering::SeqCst);
                    Err(Error::new("no such state"))
                })
                .expect_err("an error");
            assert_eq!(error.message(), "no such state");
        }
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    }

    fn follow(memo: &Names, key: &'static str, chain: &Chain<&'static str>) -> Result<usize> {
        memo.get(&key, chain, |chain| match key {
            "a" | "c" => follow(memo, "b", chain),
            "b" => follow(memo, "c", chain),
            _ => Ok(1),
        })
    }

    #[test]
    fn prints_a_circle_from_where_it_closes() {
        let memo = Names::default();
        let error = follow(&memo, "a", &Chain::default()).expect_err("a circle");
        assert_eq!(error.message(), "`b` depends on itself");
        assert_eq!(error.notes(), ["b → c → b"]);
        assert_eq!(follow(&memo, "d", &Chain::default()).expect("a value"), 1);
    }

    #[test]
    fn finds_a_circle_that_runs_through_two_threads() {
        let (memo, both) = (Names::default(), Barrier::new(2));
        let ask = |key: &'static str, other: &'static str| {
            memo.get(&key, &Chain::default(), |chain| {
                both.wait();
                memo.get(&other, chain, |_| Ok(1))
            })
        };
        thread::scope(|scope| {
            let (one, two) = (scope.spawn(|| ask("a", "b")), scope.spawn(|| ask("b", "a")));
            let errors = [one.join(), two.join()].map(|r| r.expect("no panic").expect_err("a circle"));
            assert!(errors.iter().all(|e| e.message().ends_with("depends on itself")), "{errors:?}");
        });
    }

    #[test]
    fn work_stolen_onto_the_same_stack_is_computed_again_and_does_not_hang() {
        let memo = Names::default();
        let value = memo.get(&"a", &Chain::default(), |_| {
            // what a work-stealing pool does: an unrelated job, with a chain of its own, on top of this stack
            memo.get(&"a", &Chain::default(), |_| Ok(7))
        });
        assert_eq!(value.expect("a value"), 7);
    }

    #[test]
    fn a_panic_leaves_the_key_open() {
        let memo = Names::default();
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            memo.get(&"a", &Chain::default(), |_| -> Result<usize> { panic!("boom") })
        }));
        assert!(panicked.is_err());
        assert_eq!(memo.get(&"a", &Chain::default(), |_| Ok(3)).expect("a value"), 3);
    }
}
