//! The one way to instructions that only some processors have.

/// Calls the first of some functions whose instructions the processor has, else the plain one. All do the same, and
/// each is compiled for the features that stand before it.
macro_rules! widest {
    ($plain:path, $($($feature:tt)&&+ => $wide:path),+; $arguments:tt) => {{
        $(
            #[cfg(target_arch = "x86_64")]
            if $(std::arch::is_x86_feature_detected!($feature))&&+ {
                // SAFETY: the processor has just said that it knows the instructions.
                #[expect(unsafe_code, reason = "no other way to call a function for some processors only")]
                return unsafe { $wide $arguments };
            }
        )+
        $plain $arguments
    }};
}

pub(super) use widest;
