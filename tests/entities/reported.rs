//! Reported speech: which clauses are somebody's words, and where they begin and end.

use super::read;

const ADA: Option<&str> = Some("Ada Moss");

#[test]
fn reported_clauses() {
    for (marked, words) in [
        ("<p Ada Moss> said that the bridge was closed.", "the bridge was closed"),
        ("<p Ada Moss> said the bridge was closed.", "the bridge was closed"),
        ("The bridge was closed, <p Ada Moss> said on Monday.", "The bridge was closed"),
        ("The bridge was closed, according to <p Ada Moss>.", "The bridge was closed"),
        ("According to <p Ada Moss>, the bridge was closed.", "the bridge was closed"),
        ("<p Ada Moss> told reporters on Monday that the bridge was closed.", "the bridge was closed"),
        (
            "The bridge, <p Ada Moss> said, was closed for months.",
            "The bridge, Ada Moss said, was closed for months",
        ),
        ("<l ROME> — The bridge was closed, <p Ada Moss> said.", "The bridge was closed"),
    ] {
        let r = read(marked);
        assert_eq!(r.quotes(), [(words, ADA, false)], "{marked}");
    }
}

#[test]
fn a_clause_has_a_verb() {
    for marked in [
        "Here, rookie <p Ada Moss> added a goal and an assist, and they won.",
        "It calms the mind into a relaxed, yet alert, restful state that heals.",
        "What we can say with confidence is that nobody knows.",
        "<p Ada Moss> pleaded guilty to “conspiracy to commit fraud”.",
    ] {
        assert!(read(marked).quotes().is_empty(), "{marked} {:?}", read(marked).quotes());
    }
}

#[test]
fn addressees_are_no_part_of_the_clause() {
    let r =
        read("<p Ada Moss> told <o Oakline> freelance reporter <p Tom Reed> in <l Rome> that it was closed.");
    assert_eq!(r.quote(), ("it was closed", ADA));
    let r = read(
        "<p Ada Moss>, via <o Harbour Radio>, said that <p Reed> “cannot start a fight and then leave”.",
    );
    assert!(r.quotes().iter().all(|q| q.1 == ADA), "{:?}", r.quotes());
}

#[test]
fn what_somebody_believes_is_reported() {
    for marked in [
        "<p Ada Moss> believes the bridge was closed.",
        "<p Ada Moss> hopes that the bridge was closed.",
        "The bridge was closed, warned the harbour master, <p Ada Moss>.",
        "The bridge was closed, <p Ada Moss> predicted.",
    ] {
        assert_eq!(read(marked).quote().1, ADA, "{marked}");
    }
    for marked in ["I think that the bridge was closed.", "The results estimate that the bridge was closed."]
    {
        assert!(read(marked).quotes().is_empty(), "{marked}");
    }
    let r = read("The bridge was closed, estimated engineers at the site.");
    assert_eq!(r.names.quotes[0].source.clone().map(|s| &r.text[s]), Some("engineers at the site"));
}

#[test]
fn what_somebody_vows_urges_or_asks_is_reported() {
    for (marked, words) in [
        ("<p Ada Moss> vowed to close the bridge.", "to close the bridge"),
        ("<p Ada Moss> has promised not to close the bridge.", "not to close the bridge"),
        ("<p Ada Moss> urged the town to close the bridge.", "the town to close the bridge"),
        ("<p Ada Moss> called on the town to close it.", "the town to close it"),
        ("<p Ada Moss> told drivers to stay at home.", "to stay at home"),
        ("<p Ada Moss> accused the town of closing the bridge.", "the town of closing the bridge"),
        ("<p Ada Moss> wondered whether the bridge was closed.", "whether the bridge was closed"),
        ("<p Ada Moss> explained how the bridge was closed.", "how the bridge was closed"),
        ("<p Ada Moss> asked the town to leave and waved at it.", "the town to leave"),
        ("<p Ada Moss> urged voters in <l Lora> to stay at home.", "voters in Lora to stay at home"),
        ("<p Ada Moss> called on rich nations to stay away.", "rich nations to stay away"),
        ("<p Ada Moss> ordered all trains to be stopped.", "all trains to be stopped"),
        ("<p Ada Moss> told them to stay at home.", "to stay at home"),
        ("<p Ada Moss> called on the government to act now.", "the government to act now"),
        ("<p Ada Moss> asked <p Bo Lund> to stay at home.", "Bo Lund to stay at home"),
    ] {
        assert_eq!(read(marked).quotes(), [(words, ADA, false)], "{marked}");
    }
    for marked in [
        "The find promises to change the history of the bridge.",
        "The end of the bridges threatens to change the town for ever.",
        "<p Ada Moss> fired warning shots to save the bridge.",
        "Based on rules declared last month, the bridge was closed by <p Ada Moss>.",
        "Those genes tell the cells to grow again.",
        "<p Ada Moss> called a party meeting to plan the bridge.",
        "Was <p Ada Moss> asked to close the bridge?",
        "<p Ada Moss> called for an ambulance to take the driver to <l Lora>.",
        "<p Ada Moss> ordered 40 trains to replace those of 1990.",
        "<p Ada Moss> ordered a review of the company to find the cause.",
        "<p Ada Moss> pressed the red button to start the race in <l Lora>.",
        "<o Oakline> pressed ahead to open a branch in <l Lora>.",
        "<p Ada Moss> asked for time to think about the offer from <l Lora>.",
        "The rain in <l Lora> encouraged <p Ada Moss> to stay at home.",
        "<p Ada Moss> told the story to reporters in <l Lora>.",
        "<p Ada Moss> told the driver the story to reporters in <l Lora>.",
        "<p Ada Moss> told a joke to break the ice.",
        "<p Ada Moss> tells the story to anyone who will listen.",
    ] {
        assert!(read(marked).quotes().is_empty(), "{marked} {:?}", read(marked).quotes());
    }
}

#[test]
fn a_clause_without_that_begins_with_its_subject() {
    for (marked, words) in [
        ("<p Ada Moss> reiterated it still considers the bridge safe.", "it still considers the bridge safe"),
        ("<p Ada Moss> said at least 60 bridges were closed.", "at least 60 bridges were closed"),
        ("<p Ada Moss> said Tuesday, the bridge was closed.", "the bridge was closed"),
        ("<p Ada Moss> confirmed there was a bridge.", "there was a bridge"),
        ("<p Ada Moss> warned she may close the bridge.", "she may close the bridge"),
        ("<p Ada Moss> promised drivers would pay.", "drivers would pay"),
        ("<p Ada Moss> denied the head of the town had paid.", "the head of the town had paid"),
    ] {
        assert_eq!(read(marked).quotes(), [(words, ADA, false)], "{marked}");
    }
    assert_eq!(read("Engineers believe the bridge was closed.").quote().0, "the bridge was closed");
    assert!(read("They ask if <p Ada Moss> thinks the bridge was closed.").quotes().is_empty());
}

#[test]
fn a_cue_may_stand_inside_what_is_said() {
    for (marked, words) in [
        (
            "In <l Rome>, <p Ada Moss> said, the bridge was closed.",
            "In Rome, Ada Moss said, the bridge was closed",
        ),
        (
            "If it rains, <p Ada Moss> said, the bridge will close.",
            "If it rains, Ada Moss said, the bridge will close",
        ),
        (
            "The bridge was old, <p Ada Moss> told an inquiry, and had fallen.",
            "The bridge was old, Ada Moss told an inquiry, and had fallen",
        ),
        ("On Tuesday, <p Ada Moss> said, the bridge was closed.", "the bridge was closed"),
        (
            "The bridge had, according to <p Ada Moss> of the harbour, been closed.",
            "The bridge had, according to Ada Moss of the harbour, been closed",
        ),
        ("The town keeps a bridge which, according to <p Ada Moss>, was closed in May.", "was closed in May"),
    ] {
        assert_eq!(read(marked).quotes(), [(words, ADA, false)], "{marked}");
    }
    let r = read("The town maintains a bridge that was closed, according to <p Ada Moss>.");
    assert_eq!(r.quote().1, ADA);
}

#[test]
fn a_text_may_begin_with_its_cue() {
    let r = read(", according to <p Ada Moss>, the bridge was closed in May.");
    assert_eq!(r.quote(), ("the bridge was closed in May", ADA));
    for text in ["Add it was closed.", "Argue the bridge was closed.", "Say the bridge was closed."] {
        assert!(read(text).quotes().iter().all(|q| q.1.is_none()), "{text}");
    }
}

#[test]
fn what_somebody_is_called_or_described_as() {
    let r = read("<p Ada Moss> called the new plan a sham.");
    assert_eq!(r.quote(), ("the new plan a sham", ADA));
    let r = read("<p Ada Moss>, who described the bridge as a danger, said the plan would fail.");
    assert_eq!(
        r.quotes().iter().map(|q| q.0).collect::<Vec<_>>(),
        ["the bridge as a danger", "the plan would fail"]
    );
    let r = read("<p Ada Moss> called the new plan a waste of time.");
    assert_eq!(r.quote(), ("the new plan a waste of time", ADA));
    for text in [
        "<p Ada Moss> called a vote of the council.",
        "<p Ada Moss> called the council a number of times.",
        "<p Ada Moss> called the council a second time.",
        "<p Ada Moss> called the council a few hours before.",
        "<p Ada Moss> called <p Bo Lund> a taxi.",
        "<p Ada Moss> criticised <p Bo Lund> as she left the court.",
        "<p Ada Moss> praised <p Bo Lund> as <p Cy Rau> left the court.",
        "<p Ada Moss> dismissed <p Bo Lund> as her deputy on Monday.",
    ] {
        assert!(read(text).quotes().is_empty(), "{text}");
    }
}
