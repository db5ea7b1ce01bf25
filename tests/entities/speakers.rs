//! Who speaks, told by place and marks: announced, signed, beside a verb that nobody has heard.

use super::read;

const ADA: Option<&str> = Some("Ada Moss");

/// The speakers of all quotes of a text in order.
fn all(marked: &str) -> Vec<Option<String>> {
    let r = read(marked);
    r.quotes().iter().map(|q| q.1.map(str::to_owned)).collect()
}

#[test]
fn a_dash_of_every_kind_signs_quoted_words() {
    let ada = vec![Some("Ada Moss".to_owned())];
    for signature in [
        "— Harbour chief <p Ada Moss>",
        "-- Sen. <p Ada Moss>, R-<l Pine County>, on the bridge",
        "- <o House> Majority Leader <p Ada Moss>",
        "― <p Ada Moss>, who was standing there",
        "– <p Ada Moss>, founder of state-funded <o Oakline>.",
    ] {
        assert_eq!(all(&format!("It rained.\n\n“We will not wait.” {signature}")), ada, "{signature}");
        let below = format!("It rained.\n\n“We will not wait.”\n\n{}", signature.trim_end_matches('.'));
        assert_eq!(all(&below), ada, "{below}");
    }
    assert_eq!(all("It rained.\n\n“We will not wait.” - <p Ada Moss>, 34, was hurt in the crush."), [None]);
    let two = "It rained.\n\n“We will not wait.” — <p Ada Moss>, nurse. “So we go.” — <p Eve Reed>, clerk.";
    assert_eq!(all(two), [Some("Ada Moss".to_owned()), Some("Eve Reed".to_owned())]);
}

#[test]
fn a_line_that_ends_with_a_colon_announces_whom_it_begins_with() {
    for line in [
        "<o Oakline> manager <p Ada Moss>, speaking to <o Radio Wold>:",
        "<l Lora> captain <p Ada Moss> on the defeat:",
        "<p Ada Moss>'s verdict:",
        "<p Ada Moss>, in charge until somebody is found, kept it short.",
    ] {
        let text =
            format!("<p Ada Moss> and <p Eve Reed> were there.\n\n{line}\n\n“We were second to everything.”");
        assert_eq!(read(&text).quote().1, ADA, "{line}");
    }
    let text = "<p Ada Moss> and <p Eve Reed> were there.\n\n<p Ada Moss>'s mother:\n\n“We were second to everything.”";
    assert_eq!(read(text).quote().1, None);
}

#[test]
fn a_word_between_quoted_words_and_who_says_them_is_a_verb() {
    for text in [
        "“It is like living on a tip,” fumed mum-of-three <p Ada Moss>, 34.",
        "“Which Friday?” heckled <p Ada Moss> from the pavement.",
        "“They were measured here,” <p Ada Moss> spluttered when pressed by reporters.",
        "“We never had a chance here,” <p Ada Moss> spat.",
        "“We never had a chance here,” hit back <p Ada Moss>.",
    ] {
        assert_eq!(read(text).quote().1, ADA, "{text}");
    }
    for text in [
        "For “Waiting in the Rain,” director <p Ada Moss> won a prize.",
        "Known as “the great wall,” <p Ada Moss> played here.",
        "“The wall of long rain,” directed by <p Ada Moss>, is a film.",
        "“Are you ready to go?” <p Ada Moss> nodded.",
        "“Are you all being served?” attracted <p Ada Moss> to the stage.",
    ] {
        assert!(read(text).quotes().iter().all(|q| q.1.is_none()), "{text}");
    }
    // By somebody.
    assert_eq!(read("<p Ada Moss> rang.\n\n“We never had a chance here,” she was told.").quote().1, None);
}

#[test]
fn quoted_words_that_end_with_others_are_read_to_the_last_mark() {
    let told = read("“They asked me, ‘Did you know?’” <p Ada Moss> told a crowd in <l Lora>.");
    assert_eq!(told.quote().1, ADA);
}

#[test]
fn quoted_words_parted_by_a_tag_are_speech_however_few() {
    assert_eq!(
        all("“We paid,” complained <p Ada Moss>, a clerk, “for four.”"),
        vec![Some("Ada Moss".to_owned()); 2]
    );
}

#[test]
fn a_clause_may_go_on_behind_who_says_it() {
    for text in [
        "The leg, said <p Ada Moss>, will come off in May.",
        "The leg, the clerk <p Ada Moss> pointed out, was old.",
    ] {
        let r = read(text);
        assert_eq!(
            r.quote(),
            (text.trim_end_matches('.').replace(['<', '>'], "").replace("p Ada", "Ada").as_str(), ADA)
        );
    }
    let aside =
        read("<p Ada Moss>, writing alone, said the owner of the boat, <p Eve Reed>, had been warned.");
    assert_eq!(aside.quote().1, ADA);
}

#[test]
fn paragraphs_that_no_mark_closes_are_whose_the_next_is() {
    let text = "<p Ada Moss> and <p Eve Reed> were there.\n\nIt rained.\n\n“We ran here.\n\n“We ran up to the church.\n\n\
                “There it was,” <p Ada Moss> said.";
    assert_eq!(all(text), vec![Some("Ada Moss".to_owned()); 3]);
}

#[test]
fn guillemets_may_point_inwards_with_spaces_inside() {
    assert_eq!(read("» We will defend here «, said <p Ada Moss>.").quote(), ("We will defend here", ADA));
}

#[test]
fn a_name_before_a_role_and_a_name_is_no_speaker() {
    assert_eq!(read("“We will not wait,” said <p Reed> adviser <p Ada Moss>.").quote().1, ADA);
}

#[test]
fn he_is_whoever_came_in_without_a_name() {
    for before in [
        "By noon a firefighter in a red coat was sitting on the wall.",
        "One of them left the room early.",
        "A boy had been keeping the book. He was crying when <p Karl Moss> found him.",
    ] {
        let text = format!(
            "<p Karl Moss> met the owners.\n\n<p Karl Moss> ran the yard. {before} “We can count them,” he said."
        );
        assert_eq!(read(&text).quote().1, None, "{before}");
    }
    for before in [
        "When a reporter asked about the leak, <p Karl Moss> laughed.",
        "<p Karl Moss>, a firefighter, was sitting on the wall.",
        "A firefighter, <p Karl Moss>, was sitting on the wall.",
        "<p Karl Moss> saw trouble. One of the dangers was rain.",
    ] {
        let text = format!("It rained.\n\n{before} “We can count them,” he said.");
        assert_eq!(read(&text).quote().1, Some("Karl Moss"), "{before}");
    }
    let text = "Councillor <p Ada Moss> was away.\n\nOne parish councillor said <p Moss> had known. “She had the plans,” \
                the councillor said.";
    assert_eq!(all(text).last(), Some(&None));
    let text = "A judge jailed <p Tom Wee>. Judge <p Ada Moss> was brief. “You lied to us,” the judge said.";
    assert_eq!(read(text).quote().1, ADA);
}

#[test]
fn an_office_and_its_place_are_nobody_beside_a_name() {
    let r = read("The <p Dean of Lora>, the Very Rev <p Ada Moss>, said that the bridge was closed.");
    assert_eq!(r.quote().1, ADA);
}

#[test]
fn names_that_were_missed_are_found_where_somebody_speaks() {
    for text in [
        "It rained.\n\n“We will not wait.” ― Ada Moss, chairman, <o Lora Council>",
        "“We will not wait,” the clerk, Ada Moss, said.",
        "“We will not wait,” heckled Ada Moss.",
        "“We will not wait,” the clerk, <p Ada> Moss, said.",
    ] {
        assert_eq!(read(text).quote().1, ADA, "{text}");
    }
}
