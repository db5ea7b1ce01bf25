//! The logarithm and the exponential of our own against known values and the platform's.

use copydesk::text::numbers::{decimal, exp, ln};
use std::f32::consts::{E, LN_2, LN_10};

#[test]
fn known_values() {
    for (x, want) in [(1.0, 0.0), (2.0, LN_2), (10.0, LN_10), (E, 1.0), (0.5, -LN_2)] {
        assert!((ln(x) - want).abs() <= f32::EPSILON, "ln {x} = {}", ln(x));
    }
    for (x, want) in [(0.0, 1.0), (1.0, E), (-1.0, 1.0 / E), (LN_10, 10.0)] {
        assert!((exp(x) - want).abs() <= want * f32::EPSILON, "exp {x} = {}", exp(x));
    }
    assert!([0.0, -1.0, f32::NAN].into_iter().all(|x| ln(x) <= f32::MIN));
    assert!(exp(-1000.0) <= 0.0 && exp(1000.0) >= f32::MAX);
}

/// Not a bit more than the last one differs anywhere, from the smallest floats to the greatest.
#[test]
#[allow(clippy::disallowed_methods)]
fn as_the_platform_has_them() {
    let close = |a: f32, b: f32| a.to_bits().abs_diff(b.to_bits()) <= 1;
    for step in 0..200_000_u32 {
        let x = f32::from_bits(1 + step * 10_600);
        assert!(close(ln(x), x.ln()), "ln {x}: {} and {}", ln(x), x.ln());
        let x = (step as f32 - 100_000.0) / 1_200.0;
        assert!(close(exp(x), x.exp()), "exp {x}: {} and {}", exp(x), x.exp());
    }
}

#[test]
fn decimals_are_read_as_a_style_sheet_writes_them() {
    for text in ["0", "1", "-9999", "+3", "1.5", "0.01", "-.5", "2.25", "12.", "007.125", "4294967296"] {
        assert_eq!(decimal(text), text.parse().ok(), "{text}");
    }
    for text in ["", ".", "-", "--1", "1.2.3", "1e3", "inf", "NaN", "1,5", "1 2", "½"] {
        assert_eq!(decimal(text), None, "{text}");
    }
}
