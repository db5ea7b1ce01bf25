//! Logarithm and exponential that are the same on every machine: sums and products of 64-bit floats
//! alone, which the standard fixes to the bit, where the platform's library is free to differ. And
//! short decimals read without the tables (12 kB of the module) by which the library rounds long ones.

use std::f64::consts::{LN_2, SQRT_2};

/// The natural logarithm, to the nearest 32-bit float but for rare ties. Of what has none (zero, a
/// negative number, no number) it is the least float.
pub fn ln(x: f32) -> f32 {
    if !(x > 0.0 && x.is_finite()) {
        return f32::MIN;
    }
    let bits = f64::from(x).to_bits();
    let mut exponent = (bits >> 52) as f64 - 1023.0;
    let mut mantissa = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    if mantissa > SQRT_2 {
        mantissa /= 2.0;
        exponent += 1.0;
    }
    // ln m = 2 atanh t; the series of atanh to t²¹ leaves less than 10⁻¹⁷.
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let series = (0..=10).rev().fold(0.0, |sum, k| sum * t * t + 1.0 / f64::from(2 * k + 1));
    (2.0 * t * series + exponent * LN_2) as f32
}

/// The exponential, to the nearest 32-bit float but for rare ties; 0 and the greatest float where it
/// is beyond them.
pub fn exp(x: f32) -> f32 {
    let x = f64::from(x.clamp(-104.0, 89.0));
    let power = (x / LN_2).round();
    let rest = x - power * LN_2;
    // The series to the 14th power leaves less than 10⁻¹⁷ for at most half of ln 2.
    let series = (1..=14).rev().fold(1.0, |sum, k| 1.0 + sum * rest / f64::from(k));
    let scale = f64::from_bits(((power + 1023.0) as u64) << 52);
    ((series * scale) as f32).min(f32::MAX)
}

/// A decimal such as CSS and `srcset` write it (`1`, `-9999`, `.5`, `1.5`), to the nearest float but for
/// long ones; nothing for what has other characters or no digit.
pub fn decimal(text: &str) -> Option<f32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.len() + fraction.len() == 0 {
        return None;
    }
    let (mut value, mut unit) = (0.0, 1.0);
    for (at, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
        value = value * 10.0 + f64::from(char::from(byte).to_digit(10)?);
        unit *= if at < whole.len() { 1.0 } else { 10.0 };
    }
    let value = (value / unit) as f32;
    Some(if text.starts_with('-') { -value } else { value })
}
