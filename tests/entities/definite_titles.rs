//! Titles without a name that can only mean one person of the text.

use super::{Read, read};

/// The titles that stand for a person.
fn titles<'r>(r: &'r Read, name: &str) -> Vec<&'r str> {
    r.actor(name).titles.iter().map(|t| &r.text[t.clone()]).collect()
}

#[test]
fn a_title_stands_for_the_only_one_who_has_it() {
    let r = read(
        "Talks with <l US> Secretary of State <p Ada Moss> failed. The Secretary of State left at noon. \
         Gov. <p Tom Reed> stayed. Reporters waited for the governor's office to call.",
    );
    assert_eq!(titles(&r, "Ada Moss"), ["The Secretary of State"]);
    assert_eq!(titles(&r, "Tom Reed"), ["the governor"]);
    assert_eq!(r.actor("Ada Moss").mentions.len(), 1, "a title is no name");
}

#[test]
fn a_country_and_its_people_are_one() {
    let r = read(
        "<l Norway>'s Prime Minister <p Ada Moss> met President <p Tom Reed>. The Norwegian prime minister \
         was glad. <l Norway>'s prime minister left. The Swedish prime minister stayed.",
    );
    assert_eq!(titles(&r, "Ada Moss"), ["The Norwegian prime minister", "Norway's prime minister"]);
    assert!(titles(&r, "Tom Reed").is_empty());
}

#[test]
fn two_holders_leave_a_title_open() {
    let r =
        read("<l French> President <p Ada Moss> met <l Kenyan> President <p Tom Reed>. The president left.");
    assert!(titles(&r, "Ada Moss").is_empty() && titles(&r, "Tom Reed").is_empty());
    let r = read("Mayor <p Ada Moss> met a mayor from the coast. The mayor left.");
    assert!(titles(&r, "Ada Moss").is_empty(), "another holder without a name");
    let r = read("Mayor <p Ada Moss> met colleagues. The mayors left. The mayor stayed.");
    assert!(titles(&r, "Ada Moss").is_empty(), "several holders");
}

#[test]
fn a_lesser_or_past_office_is_another() {
    let r = read("Vice President <p Ada Moss> left. The president stayed.");
    assert!(titles(&r, "Ada Moss").is_empty());
    let r = read(
        "The former ambassador to <l Kenya>, <p Ada Moss>, left. The ambassador is old. The former ambassador to <l Kenya> spoke.",
    );
    assert_eq!(titles(&r, "Ada Moss"), ["The former ambassador to Kenya"]);
}

#[test]
fn what_says_what_somebody_is_stands_for_nobody() {
    for text in [
        "Governor <p Ada Moss> left. <p Tom Reed> wants to be the governor.",
        "Governor <p Ada Moss> left. <p Tom Reed> served as the governor of the bank.",
        "Governor <p Ada Moss> left. The governor race is open.",
        "Governor <p Ada Moss> left. The governor, <p Tom Reed>, stayed.",
        "Governor <p Ada Moss> left. <p Tom Reed>, the governor, stayed.",
        "The governor spoke. It was the first time. Governor <p Ada Moss> left.",
    ] {
        assert!(titles(&read(text), "Ada Moss").is_empty(), "{text}");
    }
}

#[test]
fn who_was_named_long_ago_is_not_meant() {
    let far = "Nothing of note took place on the coast that day. ".repeat(50);
    let near = read("Governor <p Ada Moss> left. The governor spoke.");
    assert_eq!(titles(&near, "Ada Moss").len(), 1);
    let r = read(&format!("Governor <p Ada Moss> left. {far}The governor spoke."));
    assert!(titles(&r, "Ada Moss").is_empty());
}
