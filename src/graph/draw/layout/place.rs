//! Coordinates: layers become columns, and boxes move to where their arrows are straight.

use super::layers::Layered;
use super::{GAP, LAYER_GAP, Layout, Point};

const ROUNDS: usize = 16;
/// Waypoints draw their arrows straight with this weight; boxes with 1.
const STRAIGHT: f64 = 4.0;

/// The places of boxes and arrows of sorted layers.
pub(super) fn place(layered: &Layered, arrows: &[(usize, usize)]) -> Layout {
    let middle = middles(layered);
    let (column, width) = columns(layered);
    let top = layered.cells.iter().zip(&middle).map(|(c, y)| y - c.size.height / 2.0).fold(f64::INFINITY, f64::min);
    let bottom = layered.cells.iter().zip(&middle).map(|(c, y)| y + c.size.height / 2.0).fold(0.0, f64::max);
    let corner = |n: usize| {
        let cell = &layered.cells[n];
        Point { x: column[cell.layer].0, y: middle[n] - cell.size.height / 2.0 - top }
    };
    let boxes = (0..layered.cells.len()).filter(|n| layered.cells[*n].is_box).map(corner).collect();
    let way = |way: &super::layers::Way| {
        let mut points = Vec::new();
        for (step, n) in way.cells.iter().enumerate() {
            let cell = &layered.cells[*n];
            let (left, wide) = column[cell.layer];
            let y = middle[*n] - top;
            if cell.is_box {
                // out at the right, in at the left
                let x = if step == 0 { left + cell.size.width } else { left };
                points.push(Point { x, y });
            } else {
                // straight past the boxes of the column
                points.extend([Point { x: left, y }, Point { x: left + wide, y }]);
            }
        }
        if way.turned {
            points.reverse();
        }
        points
    };
    debug_assert_eq!(arrows.len(), layered.ways.len());
    Layout { boxes, arrows: layered.ways.iter().map(way).collect(), size: Point { x: width, y: bottom - top } }
}

/// Where each column begins and how wide it is, and the width of all. Where many arrows pass, columns stand further apart.
fn columns(layered: &Layered) -> (Vec<(f64, f64)>, f64) {
    let mut columns = Vec::with_capacity(layered.layers.len());
    let mut x = 0.0;
    for layer in &layered.layers {
        let width = layer.iter().map(|n| layered.cells[*n].size.width).fold(0.0, f64::max);
        columns.push((x, width));
        let passing: usize = layer.iter().map(|n| layered.after[*n].len()).sum();
        x += width + LAYER_GAP + (passing as f64 * 2.0).min(130.0);
    }
    let width = columns.last().map_or(0.0, |(x, width)| x + width);
    (columns, width)
}

/// The middle of every cell, from top to bottom.
fn middles(layered: &Layered) -> Vec<f64> {
    let mut middle = vec![0.0; layered.cells.len()];
    for layer in &layered.layers {
        let mut y = 0.0;
        for (n, cell) in layer.iter().enumerate() {
            if n > 0 {
                y += distance(layered, layer[n - 1], *cell);
            }
            middle[*cell] = y;
        }
        // every column about the same line
        for cell in layer {
            middle[*cell] -= y / 2.0;
        }
    }
    for round in 0..ROUNDS {
        let count = layered.layers.len();
        for step in 0..count {
            let at = if round % 2 == 0 { step } else { count - 1 - step };
            straighten(layered, &layered.layers[at], &mut middle, round);
        }
    }
    middle
}

/// The least distance between the middles of two neighbours.
fn distance(layered: &Layered, upper: usize, lower: usize) -> f64 {
    let (a, b) = (&layered.cells[upper], &layered.cells[lower]);
    let gap = if a.is_box && b.is_box { GAP } else { GAP * 0.8 };
    f64::midpoint(a.size.height, b.size.height) + gap
}

/// Moves the cells of a layer as near as they can be to the mean of what they hang on, in their order and apart.
fn straighten(layered: &Layered, layer: &[usize], middle: &mut [f64], round: usize) {
    let weight_of = |a: usize, b: usize| {
        let waypoints = u8::from(!layered.cells[a].is_box) + u8::from(!layered.cells[b].is_box);
        STRAIGHT.powi(i32::from(waypoints))
    };
    // the last rounds look both ways
    let both = round + 4 >= ROUNDS;
    let mut wanted = Vec::with_capacity(layer.len());
    let mut offset = 0.0;
    for (n, cell) in layer.iter().enumerate() {
        if n > 0 {
            offset += distance(layered, layer[n - 1], *cell);
        }
        let sides: [&[usize]; 2] = match (both, round % 2) {
            (true, _) => [&layered.before[*cell], &layered.after[*cell]],
            (false, 0) => [&layered.before[*cell], &[]],
            (false, _) => [&[], &layered.after[*cell]],
        };
        let (mut sum, mut weight) = (0.0, 0.0);
        for near in sides.into_iter().flatten() {
            let w = weight_of(*cell, *near);
            sum += middle[*near] * w;
            weight += w;
        }
        let (goal, weight) = if weight > 0.0 { (sum / weight, weight) } else { (middle[*cell], 0.1) };
        wanted.push((goal - offset, weight, offset));
    }
    // neighbours that would overlap move as one: the pool of adjacent violators
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (goal, weight, _) in &wanted {
        pools.push((*goal, *weight, 1));
        while let [.., a, b] = pools[..]
            && a.0 > b.0
        {
            pools.truncate(pools.len() - 2);
            pools.push(((a.0 * a.1 + b.0 * b.1) / (a.1 + b.1), a.1 + b.1, a.2 + b.2));
        }
    }
    let places = pools.iter().flat_map(|(goal, _, count)| std::iter::repeat_n(*goal, *count));
    for ((cell, (.., offset)), place) in layer.iter().zip(&wanted).zip(places) {
        middle[*cell] = place + offset;
    }
}
