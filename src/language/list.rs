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
