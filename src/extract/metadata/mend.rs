//! Makes JSON out of what publishers write for it: comments, single quotes, line breaks in
//! strings, commas too many, brackets left open, text after the end.

/// The text with its usual faults mended; whether it is JSON then is for the parser to say.
/// One pass.
pub fn json(text: &str) -> String {
    let mut mender = Mender { rest: text, out: String::with_capacity(text.len()), open: Vec::new() };
    while let Some(c) = mender.next() {
        match c {
            '"' | '\'' => mender.string(c),
            '/' => mender.comment(),
            '{' | '[' => {
                mender.open.push(if c == '{' { '}' } else { ']' });
                mender.out.push(c);
            }
            '}' | ']' => {
                mender.drop_comma();
                // What closes nothing is left out; what closes more than the last closes the rest.
                while mender.open.contains(&c) {
                    let last = mender.open.pop();
                    mender.out.extend(last);
                    if last == Some(c) {
                        break;
                    }
                }
                if mender.open.is_empty() {
                    return mender.out;
                }
            }
            _ if mender.open.is_empty() => {}
            c => mender.out.push(c),
        }
    }
    mender.drop_comma();
    while let Some(c) = mender.open.pop() {
        mender.out.push(c);
    }
    mender.out
}

struct Mender<'a> {
    rest: &'a str,
    out: String,
    /// The brackets that are still to come, innermost last.
    open: Vec<char>,
}

impl Mender<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next();
        self.rest = chars.as_str();
        c
    }

    /// Takes away a comma that nothing followed.
    fn drop_comma(&mut self) {
        let end = self.out.trim_end().len();
        if self.out.get(..end).is_some_and(|out| out.ends_with(',')) {
            self.out.truncate(end - 1);
        }
    }

    /// Skips a comment of either kind.
    fn comment(&mut self) {
        let end = match self.rest.chars().next() {
            Some('/') => self.rest.find('\n'),
            Some('*') => self.rest.find("*/").map(|at| at + 2),
            _ => return,
        };
        self.rest = end.and_then(|at| self.rest.get(at..)).unwrap_or_default();
    }

    /// Copies a string up to its quote, which is one that a comma, a colon or a bracket follows.
    fn string(&mut self, quote: char) {
        self.out.push('"');
        while let Some(c) = self.next() {
            match c {
                c if c == quote && self.ends_here() => break,
                '"' => self.out.push_str("\\\""),
                '\\' => match self.next() {
                    Some(c @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => {
                        self.out.push('\\');
                        self.out.push(c);
                    }
                    other => self.out.extend(other),
                },
                '\n' => self.out.push_str("\\n"),
                c if c.is_control() => self.out.push(' '),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn ends_here(&self) -> bool {
        let after = self.rest.trim_start();
        after.is_empty() || after.starts_with([',', ':', '}', ']']) || after.starts_with("//")
    }
}
