//! Places for boxes and arrows: layers from left to right, after Sugiyama.
//!
//! What hangs together is laid out together, and the parts are set side by side. Within a part: arrows that close a circle
//! are turned round, every box goes to the layer after the last that leads to it (its wave), long arrows get a waypoint in
//! every layer they cross, layers are sorted until few arrows cross, and boxes move to where their arrows are straight.

#![allow(clippy::cast_precision_loss, reason = "no drawing has 2^52 boxes")]

mod layers;
mod place;
mod sort;

use layers::Layered;

/// The room of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A place on the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Where everything goes.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Layout {
    /// The upper left corners of the boxes.
    pub(super) boxes: Vec<Point>,
    /// Of every arrow, the points that it passes, from box to box.
    pub(super) arrows: Vec<Vec<Point>>,
    pub(super) size: Point,
}

/// Between layers, without what arrows need.
const LAYER_GAP: f64 = 70.0;
/// Between boxes of a layer.
const GAP: f64 = 14.0;
/// Between parts that do not hang together.
const PART_GAP: f64 = 36.0;
/// How much wider than high a drawing should be.
const ASPECT: f64 = 1.7;

/// Lays out boxes and the arrows (from, to) between them.
pub(super) fn layout(sizes: &[Size], arrows: &[(usize, usize)]) -> Layout {
    let mut layout = Layout { boxes: vec![Point::default(); sizes.len()], ..Layout::default() };
    layout.arrows = vec![Vec::new(); arrows.len()];
    let parts: Vec<Part> = parts(sizes.len(), arrows).into_iter().map(|part| part.laid_out(sizes, arrows)).collect();
    for (part, at) in parts.iter().zip(packed(&parts)) {
        let moved = |p: &Point| Point { x: p.x + at.x, y: p.y + at.y };
        for (n, place) in part.boxes.iter().zip(&part.layout.boxes) {
            layout.boxes[*n] = moved(place);
        }
        for (n, points) in part.arrows.iter().zip(&part.layout.arrows) {
            layout.arrows[*n] = points.iter().map(moved).collect();
        }
        layout.size.x = layout.size.x.max(at.x + part.layout.size.x);
        layout.size.y = layout.size.y.max(at.y + part.layout.size.y);
    }
    layout
}

/// Boxes that hang together, or all that hang on nothing.
#[derive(Default)]
struct Part {
    boxes: Vec<usize>,
    arrows: Vec<usize>,
    layout: Layout,
}

fn parts(count: usize, arrows: &[(usize, usize)]) -> Vec<Part> {
    let mut sets = petgraph::unionfind::UnionFind::<usize>::new(count);
    let mut alone = vec![true; count];
    for (from, to) in arrows {
        sets.union(*from, *to);
        alone[*from] = false;
        alone[*to] = false;
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut part_of = vec![usize::MAX; count];
    let mut part_at = |root: usize, parts: &mut Vec<Part>| {
        if part_of[root] == usize::MAX {
            part_of[root] = parts.len();
            parts.push(Part::default());
        }
        part_of[root]
    };
    let mut lonely = Part::default();
    for (n, alone) in alone.into_iter().enumerate() {
        if alone {
            lonely.boxes.push(n);
        } else {
            let part = part_at(sets.find(n), &mut parts);
            parts[part].boxes.push(n);
        }
    }
    for (n, (from, _)) in arrows.iter().enumerate() {
        let part = part_at(sets.find(*from), &mut parts);
        parts[part].arrows.push(n);
    }
    // what says most comes first
    parts.sort_by_key(|part| std::cmp::Reverse(part.boxes.len()));
    if !lonely.boxes.is_empty() {
        parts.push(lonely);
    }
    parts
}

impl Part {
    fn laid_out(mut self, sizes: &[Size], arrows: &[(usize, usize)]) -> Part {
        let own: Vec<Size> = self.boxes.iter().map(|n| sizes[*n]).collect();
        if self.arrows.is_empty() {
            self.layout = grid(&own);
            return self;
        }
        let number = |n: usize| self.boxes.binary_search(&n).unwrap_or_default();
        let own_arrows: Vec<(usize, usize)> =
            self.arrows.iter().map(|n| (number(arrows[*n].0), number(arrows[*n].1))).collect();
        let mut layered = Layered::new(&own, &own_arrows);
        sort::sort(&mut layered);
        self.layout = place::place(&layered, &own_arrows);
        self
    }
}

/// Boxes in rows and columns.
fn grid(sizes: &[Size]) -> Layout {
    let width = sizes.iter().map(|s| s.width).fold(0.0, f64::max);
    let height = sizes.iter().map(|s| s.height).fold(0.0, f64::max);
    let (across, down) = (width + GAP, height + GAP);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
    let columns = ((sizes.len() as f64 * down * ASPECT / across).sqrt().ceil() as usize).clamp(1, sizes.len());
    let at = |n: usize| Point { x: (n % columns) as f64 * across, y: (n / columns) as f64 * down };
    let rows = sizes.len().div_ceil(columns);
    let size = Point { x: columns as f64 * across - GAP, y: rows as f64 * down - GAP };
    Layout { boxes: (0..sizes.len()).map(at).collect(), arrows: Vec::new(), size }
}

/// The upper left corners of parts set in rows.
fn packed(parts: &[Part]) -> Vec<Point> {
    let area: f64 = parts.iter().map(|p| (p.layout.size.x + PART_GAP) * (p.layout.size.y + PART_GAP)).sum();
    let widest = parts.iter().map(|p| p.layout.size.x).fold(0.0, f64::max);
    let width = widest.max((area * ASPECT).sqrt());
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0_f64);
    let mut corners = Vec::with_capacity(parts.len());
    for part in parts {
        if x > 0.0 && x + part.layout.size.x > width {
            x = 0.0;
            y += row + PART_GAP;
            row = 0.0;
        }
        corners.push(Point { x, y });
        x += part.layout.size.x + PART_GAP;
        row = row.max(part.layout.size.y);
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(n: usize) -> Vec<Size> {
        vec![Size { width: 100.0, height: 30.0 }; n]
    }

    fn overlaps(layout: &Layout, sizes: &[Size]) -> bool {
        let boxes = &layout.boxes;
        (0..boxes.len()).any(|a| {
            (0..a).any(|b| {
                (boxes[a].x - boxes[b].x).abs() < sizes[a].width && (boxes[a].y - boxes[b].y).abs() < sizes[a].height
            })
        })
    }

    #[test]
    fn arrows_lead_to_the_right_and_boxes_keep_apart() {
        let arrows = [(0, 1), (0, 2), (1, 3), (2, 3), (0, 3), (4, 3), (5, 6)];
        let layout = layout(&sizes(9), &arrows);
        for ((from, to), points) in arrows.iter().zip(&layout.arrows) {
            assert!(layout.boxes[*from].x + 100.0 < layout.boxes[*to].x);
            assert!(points.windows(2).all(|p| p[0].x <= p[1].x), "{points:?}");
        }
        assert!(!overlaps(&layout, &sizes(9)));
        assert!(layout.boxes.iter().all(|b| b.x >= 0.0 && b.y >= 0.0 && b.x + 100.0 <= layout.size.x + 0.1));
    }

    #[test]
    fn circles_are_drawn_too() {
        let layout = layout(&sizes(3), &[(0, 1), (1, 2), (2, 0)]);
        assert!(!overlaps(&layout, &sizes(3)));
        assert!(layout.arrows.iter().all(|points| points.len() >= 2));
    }

    #[test]
    fn many_boxes_keep_apart() {
        // each depends on the one before and on the one with half its number
        let arrows: Vec<(usize, usize)> =
            (1..60).flat_map(|n| [(n - 1, n), (n / 2, n)]).filter(|(a, b)| a != b).collect();
        let layout = layout(&sizes(80), &arrows);
        assert!(!overlaps(&layout, &sizes(80)));
    }
}
