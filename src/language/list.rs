//! The form of the word lists: a section's name in brackets, its entries below it, a line each; `#`
//! starts a comment.

/// The entries of a list, each with the name of its section, in order.
pub fn entries(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(
        move |line| match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => {
                section = name;
                None
            }
            None => Some((section, line)),
        },
    )
}

/// Numbers classes of words, a bit each, and lists them by the names of their sections.
macro_rules! classes {
    ($type:ident: $($(#[$doc:meta])* $class:ident $name:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "they have the names of the classes")]
        enum Bit {
            $($class,)*
        }

        $($(#[$doc])* #[doc = concat!("Section `", $name, "` of the list.")] pub const $class: $type = 1 << Bit::$class as u32;)*

        /// All classes and their names in the list.
        pub const CLASSES: &[(&str, $type)] = &[$(($name, $class)),*];
    };
}

pub(crate) use classes;
