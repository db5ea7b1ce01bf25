//! News agencies, by the names under which they sign.

use crate::entities::without_article;
use crate::language::bylines::Words;

/// Signatures as they stand in datelines and at the end of reports, each with the agency's name.
const AGENCIES: [(&str, &str); 44] = [
    ("AA", "Anadolu"),
    ("AAP", "AAP"),
    ("AFP", "AFP"),
    ("AGI", "AGI"),
    ("ANI", "ANI"),
    ("ANP", "ANP"),
    ("ANSA", "ANSA"),
    ("AP", "AP"),
    ("APA", "APA"),
    ("ATS", "Keystone-ATS"),
    ("Antara", "Antara"),
    ("Associated Press", "AP"),
    ("BELGA", "Belga"),
    ("Belga", "Belga"),
    ("Bernama", "Bernama"),
    ("CNA", "CNA"),
    ("CP", "The Canadian Press"),
    ("Canadian Press", "The Canadian Press"),
    ("DPA", "dpa"),
    ("EFE", "EFE"),
    ("Europa Press", "Europa Press"),
    ("IANS", "IANS"),
    ("Interfax", "Interfax"),
    ("JIJI", "Jiji"),
    ("Jiji Press", "Jiji"),
    ("Keystone-SDA", "Keystone-SDA"),
    ("Kyodo", "Kyodo"),
    ("Lusa", "Lusa"),
    ("MTI", "MTI"),
    ("NTB", "NTB"),
    ("PA", "PA"),
    ("PAP", "PAP"),
    ("PTI", "PTI"),
    ("REUTERS", "Reuters"),
    ("Reuters", "Reuters"),
    ("Ritzau", "Ritzau"),
    ("SDA", "Keystone-SDA"),
    ("STT", "STT"),
    ("TASS", "TASS"),
    ("TT", "TT"),
    ("UPI", "UPI"),
    ("XINHUA", "Xinhua"),
    ("Xinhua", "Xinhua"),
    ("Yonhap", "Yonhap"),
];
/// Signatures in small letters, as German and French papers write them.
const SMALL: [(&str, &str); 6] = [
    ("afp", "AFP"),
    ("ap", "AP"),
    ("apa", "APA"),
    ("ats", "Keystone-ATS"),
    ("dpa", "dpa"),
    ("sda", "Keystone-SDA"),
];

/// The agency that signs so; `None` for anything else.
pub fn named(signature: &str) -> Option<&'static str> {
    let bare = signature.trim().trim_end_matches('.');
    let bare = without_article(bare, false).unwrap_or(bare);
    AGENCIES.iter().chain(&SMALL).find(|(sign, _)| *sign == bare).map(|(_, name)| *name)
}

/// The agencies in a row of signatures such as 'dpa/AFP', 'AP and Reuters' or 'dpa/gem', with the
/// initials of an editor; empty if anything else stands in it.
pub fn row(text: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    let joints = &Words::get().firm;
    let text = joints.iter().fold(text.to_owned(), |text, joint| text.replace(joint.as_str(), ","));
    for sign in text.split(['/', ',', ';', '+', '&']).map(str::trim) {
        match named(sign) {
            Some(name) if !names.contains(&name) => names.push(name),
            Some(_) => {}
            None if (2..=4).contains(&sign.len()) && sign.bytes().all(|b| b.is_ascii_lowercase()) => {}
            None => return Vec::new(),
        }
    }
    names
}
