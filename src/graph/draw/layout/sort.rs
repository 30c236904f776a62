//! Sorts the layers until few arrows cross.

use super::layers::Layered;

const ROUNDS: usize = 24;

/// Sorts every layer by where the arrows of its neighbours come from, to and fro, and keeps the best that was seen.
pub(super) fn sort(layered: &mut Layered) {
    let mut position = vec![0; layered.cells.len()];
    let mut best = layered.layers.clone();
    number(&best, &mut position);
    let mut fewest = crossings(layered, &best, &position);
    let mut layers = best.clone();
    for round in 0..ROUNDS {
        if fewest == 0 {
            break;
        }
        let to_the_right = round % 2 == 0;
        let count = layers.len();
        for step in 1..count {
            let at = if to_the_right { step } else { count - 1 - step };
            let beside = if to_the_right { &layered.before } else { &layered.after };
            by_middle(&mut layers[at], beside, &mut position);
        }
        for layer in &mut layers {
            exchange(layered, layer, &mut position);
        }
        let now = crossings(layered, &layers, &position);
        if now < fewest {
            fewest = now;
            best.clone_from(&layers);
        }
    }
    layered.layers = best;
}

fn number(layers: &[Vec<usize>], position: &mut [usize]) {
    for layer in layers {
        for (n, cell) in layer.iter().enumerate() {
            position[*cell] = n;
        }
    }
}

/// Sorts a layer by the mean place of what its cells hang on; what hangs on nothing stays.
fn by_middle(layer: &mut Vec<usize>, beside: &[Vec<usize>], position: &mut [usize]) {
    let mean = |cell: usize| {
        let near = &beside[cell];
        let sum: usize = near.iter().map(|n| position[*n]).sum();
        if near.is_empty() { position[cell] as f64 } else { sum as f64 / near.len() as f64 }
    };
    let mut keyed: Vec<(f64, usize)> = layer.iter().map(|cell| (mean(*cell), *cell)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    *layer = keyed.into_iter().map(|(_, cell)| cell).collect();
    for (n, cell) in layer.iter().enumerate() {
        position[*cell] = n;
    }
}

/// Exchanges neighbours where that undoes crossings.
fn exchange(layered: &Layered, layer: &mut [usize], position: &mut [usize]) {
    for _ in 0..4 {
        let mut changed = false;
        for n in 1..layer.len() {
            let (upper, lower) = (layer[n - 1], layer[n]);
            let count = |beside: &[Vec<usize>]| {
                let (mut as_is, mut exchanged) = (0_usize, 0_usize);
                for a in &beside[upper] {
                    for b in &beside[lower] {
                        as_is += usize::from(position[*a] > position[*b]);
                        exchanged += usize::from(position[*a] < position[*b]);
                    }
                }
                (as_is, exchanged)
            };
            let (left, right) = (count(&layered.before), count(&layered.after));
            if left.1 + right.1 < left.0 + right.0 {
                layer.swap(n - 1, n);
                position.swap(upper, lower);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}

/// How many arrows cross.
fn crossings(layered: &Layered, layers: &[Vec<usize>], position: &[usize]) -> usize {
    let mut all = 0;
    for layer in layers {
        let mut ends: Vec<usize> = Vec::new();
        for cell in layer {
            let mut after: Vec<usize> = layered.after[*cell].iter().map(|n| position[*n]).collect();
            after.sort_unstable();
            ends.extend(after);
        }
        all += inversions(&mut ends);
    }
    all
}

/// How many pairs stand the wrong way round; sorts on the way.
fn inversions(items: &mut Vec<usize>) -> usize {
    if items.len() < 2 {
        return 0;
    }
    let mut right = items.split_off(items.len() / 2);
    let mut count = inversions(items) + inversions(&mut right);
    let left = std::mem::take(items);
    let (mut a, mut b) = (left.iter().peekable(), right.iter().peekable());
    loop {
        match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if x <= y => items.extend(a.next()),
            (_, Some(_)) => {
                count += a.len();
                items.extend(b.next());
            }
            (Some(_), None) => items.extend(a.next()),
            (None, None) => return count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions_are_counted() {
        assert_eq!(inversions(&mut vec![0, 1, 2]), 0);
        assert_eq!(inversions(&mut vec![2, 1, 0]), 3);
        assert_eq!(inversions(&mut vec![1, 1, 0, 2]), 2);
    }
}
