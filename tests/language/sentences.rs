//! Sentence borders over the cases that news text is full of.

use copydesk::language::sentences::sentences;

fn split(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|r| &text[r]).collect()
}

#[test]
fn plain_sentences_and_line_breaks() {
    assert_eq!(split("It rained. It stopped!\nWhy? "), ["It rained.", "It stopped!", "Why?"]);
    assert_eq!(split("A heading\n\nA line without a stop"), ["A heading", "A line without a stop"]);
    assert!(split(" \n\t\n").is_empty());
}

#[test]
fn abbreviations_do_not_end_a_sentence() {
    for one in [
        "Mr. Okafor met Dr. Lindqvist on Jan. 6 in the U.S. Senate.",
        "Gen. J. R. Whitlock Jr. spoke first.",
        "The firm Brandt Inc. Paris grew by 3.5 percent at 10 a.m. Monday.",
        "It is No. 10 in the list of St. Kilda.",
        "Sie kam am 3. April nach Wien.",
        "Visit example.com today.",
    ] {
        assert_eq!(split(one), [one]);
    }
}

#[test]
fn abbreviations_before_a_starter_do() {
    assert_eq!(split("He lives in the U.S. The others left."), ["He lives in the U.S.", "The others left."]);
    assert_eq!(
        split("It is run by Brandt Inc. They said so."),
        ["It is run by Brandt Inc.", "They said so."]
    );
    assert_eq!(split("She said no. Nobody asked."), ["She said no.", "Nobody asked."]);
}

#[test]
fn quotation_marks_stay_with_their_sentence() {
    assert_eq!(split("\"We go.\" She left."), ["\"We go.\"", "She left."]);
    assert_eq!(
        split("“Do we go?” she asked. “No.” Then rain."),
        ["“Do we go?” she asked.", "“No.”", "Then rain."]
    );
    assert_eq!(split("(It was late.) “Home!” he said."), ["(It was late.)", "“Home!” he said."]);
    assert_eq!(split("„Wir gehen.“ Sie ging."), ["„Wir gehen.“", "Sie ging."]);
}

#[test]
fn a_lost_space_is_no_obstacle() {
    assert_eq!(split("They left the hall.The vote failed."), ["They left the hall.", "The vote failed."]);
}

#[test]
fn other_scripts() {
    assert_eq!(split("雨が降った。やんだ。"), ["雨が降った。", "やんだ。"]);
    assert_eq!(split("「行く。」と彼は述べた。終わり。"), ["「行く。」と彼は述べた。", "終わり。"]);
    assert_eq!(split("वह आया। वह गया।"), ["वह आया।", "वह गया।"]);
    assert_eq!(split("هل جاء؟ نعم."), ["هل جاء؟", "نعم."]);
}

#[test]
fn hostile_text_takes_linear_time() {
    let start = std::time::Instant::now();
    for piece in [". ", ".)", "...\"", ". (((", "。」", "A.", "\n", "Mr. "] {
        let text = piece.repeat(200_000);
        let found = sentences(&text);
        assert!(found.iter().all(|r| text.get(r.clone()).is_some()));
    }
    assert!(start.elapsed().as_secs() < 20);
}
