//! Which step may start: a state machine without time, threads or processes.

use std::collections::BTreeMap;

/// Where a step stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stand {
    Waiting,
    Running,
    /// Failed in passing; it will be tried again.
    Paused,
    Done,
    Failed,
    /// Something that it depends on failed.
    Skipped,
}

/// A step that will not run, and the failed one that is the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Skip {
    /// The step.
    pub step: usize,
    /// The step that failed.
    pub because: usize,
}

/// Steps with what they come after. A step starts when all of those are done, a place is free, and no other step of its
/// lane is running. Of those that may start the first is the one with the longest way still behind it.
#[derive(Clone, Debug)]
pub struct Schedule {
    after: Vec<Vec<usize>>,
    dependents: Vec<Vec<usize>>,
    lanes: Vec<Option<usize>>,
    /// How many steps follow at least, one by one.
    rest: Vec<usize>,
    stands: Vec<Stand>,
    parallel: usize,
    keep_going: bool,
    stopped: bool,
}

impl Schedule {
    /// A schedule of steps by what each comes after, and the lane that it needs for itself.
    ///
    /// After a failure other steps go on with `keep_going`; without, none starts any more. `parallel` counts as one at
    /// least.
    ///
    /// # Errors
    /// Steps that wait for each other, in order of their numbers.
    pub fn new(
        after: &[Vec<usize>],
        lanes: &[Option<String>],
        parallel: usize,
        keep_going: bool,
    ) -> Result<Schedule, Vec<usize>> {
        let order = waves(after)?.concat();
        let mut dependents = vec![Vec::new(); after.len()];
        for (step, after) in after.iter().enumerate() {
            for before in after {
                dependents[*before].push(step);
            }
        }
        let mut rest = vec![1; after.len()];
        for step in order.into_iter().rev() {
            rest[step] = 1 + dependents[step].iter().map(|d| rest[*d]).max().unwrap_or(0);
        }
        let mut numbers = BTreeMap::new();
        let lanes = lanes.iter().map(|lane| {
            let next = numbers.len();
            lane.as_ref().map(|lane| *numbers.entry(lane.clone()).or_insert(next))
        });
        Ok(Schedule {
            after: after.to_vec(),
            dependents,
            lanes: lanes.collect(),
            rest,
            stands: vec![Stand::Waiting; after.len()],
            parallel: parallel.max(1),
            keep_going,
            stopped: false,
        })
    }

    /// Counts a step as done without running it.
    pub fn keep(&mut self, step: usize) {
        self.stands[step] = Stand::Done;
    }

    /// The next step to start, if one may; it counts as running from now on.
    pub fn start(&mut self) -> Option<usize> {
        if self.stopped || self.count(Stand::Running) >= self.parallel {
            return None;
        }
        let next = (0..self.stands.len())
            .filter(|step| self.is_ready(*step))
            .max_by_key(|step| (self.rest[*step], std::cmp::Reverse(*step)))?;
        self.stands[next] = Stand::Running;
        Some(next)
    }

    fn is_ready(&self, step: usize) -> bool {
        let lane_is_free = |lane: usize| {
            (0..self.stands.len()).all(|other| self.lanes[other] != Some(lane) || self.stands[other] != Stand::Running)
        };
        self.stands[step] == Stand::Waiting
            && self.after[step].iter().all(|before| self.stands[*before] == Stand::Done)
            && self.lanes[step].is_none_or(lane_is_free)
    }

    /// A running step is done.
    pub fn done(&mut self, step: usize) {
        self.stands[step] = Stand::Done;
    }

    /// A running step failed: what depends on it is skipped.
    pub fn failed(&mut self, step: usize) -> Vec<Skip> {
        self.stands[step] = Stand::Failed;
        self.stopped |= !self.keep_going;
        let mut skipped = Vec::new();
        let mut found = vec![step];
        while let Some(at) = found.pop() {
            for dependent in &self.dependents[at] {
                if self.stands[*dependent] == Stand::Waiting {
                    self.stands[*dependent] = Stand::Skipped;
                    skipped.push(Skip { step: *dependent, because: step });
                    found.push(*dependent);
                }
            }
        }
        skipped.sort_unstable_by_key(|s| s.step);
        skipped
    }

    /// A running step failed in passing and will be tried again: others may take its place meanwhile. `false` when
    /// nothing is tried any more.
    pub fn pause(&mut self, step: usize) -> bool {
        if self.stopped {
            return false;
        }
        self.stands[step] = Stand::Paused;
        true
    }

    /// A paused step may start again.
    pub fn wake(&mut self, step: usize) {
        if self.stands[step] == Stand::Paused {
            self.stands[step] = Stand::Waiting;
        }
    }

    /// Nothing starts any more. Gives back the steps that were paused: they have failed for good.
    pub fn stop(&mut self) -> Vec<usize> {
        self.stopped = true;
        (0..self.stands.len()).filter(|step| self.stands[*step] == Stand::Paused).collect()
    }

    /// Whether nothing starts any more.
    pub fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Whether nothing runs and nothing will.
    pub fn is_over(&self) -> bool {
        self.count(Stand::Running) == 0
            && (self.stopped || self.count(Stand::Paused) == 0)
            && (self.stopped || !(0..self.stands.len()).any(|step| self.is_ready(step)))
    }

    /// The steps that never started and were not skipped.
    pub fn left(&self) -> Vec<usize> {
        (0..self.stands.len()).filter(|step| self.stands[*step] == Stand::Waiting).collect()
    }

    fn count(&self, stand: Stand) -> usize {
        self.stands.iter().filter(|s| **s == stand).count()
    }
}

/// The steps in waves: what a step comes after stands in earlier ones.
///
/// # Errors
/// Steps that wait for each other, in order of their numbers.
pub fn waves(after: &[Vec<usize>]) -> Result<Vec<Vec<usize>>, Vec<usize>> {
    let mut placed = vec![false; after.len()];
    let mut waves = Vec::new();
    loop {
        let wave: Vec<usize> = (0..after.len())
            .filter(|step| !placed[*step] && after[*step].iter().all(|before| placed[*before]))
            .collect();
        if wave.is_empty() {
            break;
        }
        for step in &wave {
            placed[*step] = true;
        }
        waves.push(wave);
    }
    let circular: Vec<usize> = (0..after.len()).filter(|step| !placed[*step]).collect();
    if circular.is_empty() { Ok(waves) } else { Err(circular) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn schedule(after: &[&[usize]], parallel: usize, keep_going: bool) -> Schedule {
        let after: Vec<Vec<usize>> = after.iter().map(|a| a.to_vec()).collect();
        Schedule::new(&after, &vec![None; after.len()], parallel, keep_going).expect("no circle")
    }

    #[test]
    fn the_longest_way_goes_first() {
        // 0 alone; 1 ← 2 ← 3
        let mut schedule = schedule(&[&[], &[], &[1], &[2]], 1, false);
        let mut order = Vec::new();
        while let Some(step) = schedule.start() {
            order.push(step);
            schedule.done(step);
        }
        assert_eq!(order, [1, 2, 0, 3]);
        assert!(schedule.is_over() && schedule.left().is_empty());
    }

    #[test]
    fn a_failure_skips_dependents_and_the_rest_goes_on_if_told_so() {
        let mut going = schedule(&[&[], &[0], &[1], &[]], 2, true);
        assert_eq!((going.start(), going.start(), going.start()), (Some(0), Some(3), None));
        assert_eq!(going.failed(0), [Skip { step: 1, because: 0 }, Skip { step: 2, because: 0 }]);
        assert!(!going.is_over(), "3 runs");
        going.done(3);
        assert!(going.is_over());

        let mut fast = schedule(&[&[], &[], &[]], 1, false);
        assert_eq!(fast.start(), Some(0));
        assert_eq!(fast.failed(0), []);
        assert_eq!(fast.start(), None);
        assert!(fast.is_over());
        assert_eq!(fast.left(), [1, 2]);
    }

    #[test]
    fn one_lane_runs_one_step() {
        let lanes = [Some("x".to_owned()), Some("x".to_owned()), Some("y".to_owned())];
        let mut schedule = Schedule::new(&[vec![], vec![], vec![]], &lanes, 3, false).unwrap();
        assert_eq!((schedule.start(), schedule.start(), schedule.start()), (Some(0), Some(2), None));
        schedule.done(0);
        assert_eq!(schedule.start(), Some(1));
    }

    #[test]
    fn a_paused_step_gives_its_place_away_and_comes_back() {
        let mut schedule = schedule(&[&[], &[]], 1, false);
        assert_eq!(schedule.start(), Some(0));
        assert!(schedule.pause(0));
        assert_eq!(schedule.start(), Some(1));
        schedule.done(1);
        assert!(!schedule.is_over());
        schedule.wake(0);
        assert_eq!(schedule.start(), Some(0));
        assert!(schedule.pause(0));
        assert_eq!(schedule.stop(), [0]);
        assert!(schedule.is_over());
    }

    #[test]
    fn circles_are_told() {
        assert_eq!(waves(&[vec![], vec![2, 0], vec![1]]), Err(vec![1, 2]));
        assert_eq!(waves(&[vec![], vec![0], vec![0], vec![1, 2]]), Ok(vec![vec![0], vec![1, 2], vec![3]]));
    }

    /// What one step does each time that it runs.
    #[derive(Clone, Copy, Debug)]
    enum Fate {
        Done,
        Failed,
        PausedOnce,
    }

    fn graphs() -> impl Strategy<Value = (Vec<Vec<usize>>, Vec<Option<String>>, Vec<Fate>)> {
        (1_usize..14).prop_flat_map(|size| {
            let edges = proptest::collection::vec(any::<bool>(), size * size);
            let lanes = proptest::collection::vec(proptest::option::of("[ab]"), size);
            let fate = prop_oneof![4 => Just(Fate::Done), 1 => Just(Fate::Failed), 1 => Just(Fate::PausedOnce)];
            (edges, lanes, proptest::collection::vec(fate, size)).prop_map(move |(edges, lanes, fates)| {
                let after = |step: usize| (0..step).filter(|before| edges[step * size + before]).collect();
                ((0..size).map(after).collect(), lanes, fates)
            })
        })
    }

    proptest! {
        /// Whatever the graph and whoever fails: the limits hold, nothing runs before what it comes after, everything ends,
        /// and every step ends in one way.
        #[test]
        fn the_laws_hold((after, lanes, fates) in graphs(), parallel in 1_usize..5, keep_going: bool, pick: u64) {
            let size = after.len();
            let mut schedule = Schedule::new(&after, &lanes, parallel, keep_going).expect("no circle");
            let (mut running, mut paused): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
            let mut tries = vec![0; size];
            let (mut done, mut failed, mut skipped) = (vec![false; size], vec![false; size], vec![false; size]);
            let mut pick = pick;
            while !schedule.is_over() {
                while let Some(step) = schedule.start() {
                    prop_assert!(after[step].iter().all(|before| done[*before]));
                    prop_assert!(running.iter().all(|other| lanes[step].is_none() || lanes[*other] != lanes[step]));
                    running.push(step);
                    tries[step] += 1;
                    prop_assert!(running.len() <= parallel);
                }
                if running.is_empty() {
                    prop_assert!(!paused.is_empty(), "nothing runs, and yet it is not over");
                    schedule.wake(paused.remove(0));
                    continue;
                }
                pick = pick.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let step = running.remove(usize::try_from(pick >> 33).unwrap() % running.len());
                let fails = match fates[step] {
                    Fate::PausedOnce if tries[step] == 1 && schedule.pause(step) => {
                        paused.push(step);
                        continue;
                    }
                    Fate::PausedOnce => tries[step] == 1,
                    Fate::Failed => true,
                    Fate::Done => false,
                };
                if !fails {
                    done[step] = true;
                    schedule.done(step);
                    continue;
                }
                failed[step] = true;
                for skip in schedule.failed(step) {
                    prop_assert!(skip.because == step && !skipped[skip.step]);
                    skipped[skip.step] = true;
                }
            }
            for step in schedule.stop() {
                failed[step] = true;
            }
            let left = schedule.left();
            for step in 0..size {
                let ends = [done[step], failed[step], skipped[step], left.contains(&step)];
                prop_assert_eq!(ends.iter().filter(|e| **e).count(), 1, "step {} ended as {:?}", step, ends);
                if keep_going {
                    let doomed = after[step].iter().any(|before| !done[*before]);
                    prop_assert_eq!(skipped[step], doomed);
                    prop_assert!(!left.contains(&step));
                }
            }
        }
    }
}
