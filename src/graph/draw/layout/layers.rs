//! Which box goes to which layer, and the waypoints of long arrows.

use super::Size;

/// A box, or a waypoint where arrows cross a layer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) layer: usize,
    pub(super) size: Size,
    pub(super) is_box: bool,
}

/// Boxes and waypoints in layers, and the arrows between neighbouring layers.
#[derive(Debug, Default)]
pub(super) struct Layered {
    /// Boxes first, with their own numbers; then waypoints.
    pub(super) cells: Vec<Cell>,
    /// The cells of each layer from top to bottom.
    pub(super) layers: Vec<Vec<usize>>,
    /// Of every cell, those that lead to it from the layer before.
    pub(super) before: Vec<Vec<usize>>,
    /// Of every cell, those in the next layer that it leads to.
    pub(super) after: Vec<Vec<usize>>,
    /// Of every arrow, the cells that it passes from left to right; turned round where the arrow closes a circle.
    pub(super) ways: Vec<Way>,
}

/// The way of an arrow.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    pub(super) cells: Vec<usize>,
    pub(super) turned: bool,
}

impl Layered {
    pub(super) fn new(sizes: &[Size], arrows: &[(usize, usize)]) -> Layered {
        let turned = turned(sizes.len(), arrows);
        let forward: Vec<(usize, usize)> =
            arrows.iter().zip(&turned).map(|((a, b), turned)| if *turned { (*b, *a) } else { (*a, *b) }).collect();
        let layer = ranks(sizes.len(), &forward);
        let mut layered = Layered {
            cells: sizes
                .iter()
                .zip(&layer)
                .map(|(size, layer)| Cell { layer: *layer, size: *size, is_box: true })
                .collect(),
            before: vec![Vec::new(); sizes.len()],
            after: vec![Vec::new(); sizes.len()],
            ..Layered::default()
        };
        // all long arrows of a box share their waypoints: they leave it as one
        let mut shared: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
        for ((from, to), turned) in forward.iter().zip(turned) {
            let mut cells = vec![*from];
            for (step, at) in (layer[*from] + 1..layer[*to]).enumerate() {
                if shared[*from].len() == step {
                    let waypoint = layered.waypoint(at);
                    layered.link(cells[step], waypoint);
                    shared[*from].push(waypoint);
                }
                cells.push(shared[*from][step]);
            }
            layered.link(*cells.last().unwrap_or(from), *to);
            cells.push(*to);
            layered.ways.push(Way { cells, turned });
        }
        let depth = layered.cells.iter().map(|c| c.layer + 1).max().unwrap_or(0);
        layered.layers = vec![Vec::new(); depth];
        for (n, cell) in layered.cells.iter().enumerate() {
            layered.layers[cell.layer].push(n);
        }
        layered
    }

    fn waypoint(&mut self, layer: usize) -> usize {
        self.cells.push(Cell { layer, size: Size { width: 0.0, height: 0.0 }, is_box: false });
        self.before.push(Vec::new());
        self.after.push(Vec::new());
        self.cells.len() - 1
    }

    fn link(&mut self, from: usize, to: usize) {
        if from != to && !self.after[from].contains(&to) {
            self.after[from].push(to);
            self.before[to].push(from);
        }
    }
}

/// Which arrows close a circle: those that lead back to a box from which the search came.
fn turned(count: usize, arrows: &[(usize, usize)]) -> Vec<bool> {
    let mut next: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for (n, (from, to)) in arrows.iter().enumerate() {
        next[*from].push((n, *to));
    }
    let (mut open, mut done) = (vec![false; count], vec![false; count]);
    let mut turned = vec![false; arrows.len()];
    for start in 0..count {
        let mut path = vec![(start, 0)];
        if std::mem::replace(&mut done[start], true) {
            continue;
        }
        open[start] = true;
        while let Some((at, step)) = path.last_mut() {
            let Some((arrow, to)) = next[*at].get(*step).copied() else {
                open[*at] = false;
                path.pop();
                continue;
            };
            *step += 1;
            if open[to] {
                turned[arrow] = true;
            } else if !std::mem::replace(&mut done[to], true) {
                open[to] = true;
                path.push((to, 0));
            }
        }
    }
    turned
}

/// The layer of every box: the length of the longest chain that leads to it.
fn ranks(count: usize, arrows: &[(usize, usize)]) -> Vec<usize> {
    let mut waiting = vec![0; count];
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (from, to) in arrows.iter().filter(|(from, to)| from != to) {
        waiting[*to] += 1;
        next[*from].push(*to);
    }
    let mut rank = vec![0; count];
    let mut ready: Vec<usize> = (0..count).filter(|n| waiting[*n] == 0).collect();
    while let Some(at) = ready.pop() {
        for to in &next[at] {
            rank[*to] = rank[*to].max(rank[at] + 1);
            waiting[*to] -= 1;
            if waiting[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    rank
}
