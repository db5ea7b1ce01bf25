//! The names that pages give their elements and files: classes, ids, addresses.

/// The words of a name: `AuthorBio-pic_2` has author, bio, pic, 2.
pub fn words(name: &str) -> impl Iterator<Item = String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut lower = false;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            open = false;
        } else {
            if !open || (lower && c.is_ascii_uppercase()) {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(c.to_ascii_lowercase());
            }
            open = true;
        }
        lower = c.is_ascii_lowercase();
    }
    words.into_iter()
}
