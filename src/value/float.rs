//! Floating-point numbers as Go prints them: the shortest digits that read back as the same number.

/// As `strconv.FormatFloat(f, 'g', -1, 64)` and `%v`: an exponent below 1e-4 and from 1e6 on.
pub fn shortest(f: f64) -> String {
    if f.is_nan() {
        return "NaN".to_owned();
    }
    if f.is_infinite() {
        return if f > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    with_exponent_outside(f, -4, 6, 2)
}

/// As Go's encoding/json: an exponent below 1e-6 and from 1e21 on, without a leading zero. Not for NaN and infinities.
pub fn json(f: f64) -> String {
    with_exponent_outside(f, -6, 21, 1)
}

fn with_exponent_outside(f: f64, low: i32, high: i32, digits: usize) -> String {
    let scientific = format!("{f:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if f == 0.0 || (low..high).contains(&exponent) {
        return format!("{f}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:0digits$}", exponent.unsigned_abs())
}
