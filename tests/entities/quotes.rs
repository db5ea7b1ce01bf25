//! Who speaks, in direct and reported speech; `reported.rs` has what counts as such.

use super::read;

const ADA: Option<&str> = Some("Ada Moss");

#[test]
fn quote_marks_of_every_style() {
    for (open, close) in [("“", "”"), ("\"", "\""), ("«", "»"), ("„", "“"), ("‘", "’"), ("“", "\"")]
    {
        let r = read(&format!("{open}We will not wait any longer,{close} <p Ada Moss> said on Monday."));
        assert_eq!(r.quote(), ("We will not wait any longer,", ADA), "{open}{close}");
    }
}

#[test]
fn the_verb_may_come_first() {
    assert_eq!(read("“We will not wait,” said harbour chief <p Ada Moss>, who was tired.").quote().1, ADA);
    assert_eq!(read("<p Ada Moss>, head of the harbour, said: “We will not wait.”").quote().1, ADA);
    assert_eq!(read("“Will we wait here?” asked <p Ada Moss>.").quote().1, ADA);
    let titled = read("“We will not wait,” said the former editor of the <o Post>, <p Ada Moss>.");
    assert_eq!(titled.quote().1, ADA);
    assert_eq!(read("“We will not wait,” said the former editor of the <o Post>.").quote().1, None);
}

#[test]
fn a_quote_goes_on_after_its_tag_and_over_paragraphs() {
    let r = read("“We wait here,” <p Ada Moss> said. “We wait long.\n\n“And we will wait again tomorrow.”");
    let quotes = r.quotes();
    assert_eq!(quotes.len(), 3);
    assert!(quotes.iter().all(|q| q.1 == ADA && q.2), "{quotes:?}");
}

#[test]
fn names_slogans_and_scare_quotes_are_no_speech() {
    for text in [
        "They played “The Long Road Home” again.",
        "The campaign with the slogan “Now we are here” began.",
        "The “green shoe” was used.",
        "It kept the “one country, two systems” formula.",
    ] {
        assert!(read(text).quotes().is_empty(), "{text}");
    }
}

#[test]
fn a_new_verb_is_a_new_quote() {
    let r = read("<p Ada Moss> said that the bridge was closed, adding that it was old.");
    let words: Vec<_> = r.quotes().iter().map(|q| (q.0, q.1)).collect();
    assert_eq!(words, [("the bridge was closed", ADA), ("it was old", ADA)]);
}

#[test]
fn mixed_speech_gives_both() {
    let r = read("<p Ada Moss> said that the old bridge “will never be opened again”.");
    assert_eq!(r.quotes().len(), 2);
    assert!(r.quotes().iter().all(|q| q.1 == ADA));
}

#[test]
fn pronouns_only_where_they_are_safe() {
    let safe = read("<p Ada Moss> came back.\n\n“We will not wait,” she said.");
    assert_eq!(safe.quote().1, ADA);
    let open = read(
        "<p Ada Moss> met <p Eve Reed>, and <p Lea Brand> saw it.\n\nIt rained. “We will not wait,” she said.",
    );
    assert_eq!(open.quote().1, None);
    let body = read("The <o Harbour Bank> claimed the ship, which it said lay in the bay.");
    assert_eq!(body.quote().1, Some("Harbour Bank"));
}

#[test]
fn titles_that_fit_one_actor() {
    let role = read("The bridge is safe, the interior minister said. Interior Minister <p Ada Moss> left.");
    assert_eq!(role.quote().1, ADA);
    let body = read("The group, <o Harbour Watch>, met.\n\nThe group said that the bridge was closed.");
    assert_eq!(body.quote().1, Some("Harbour Watch"));
    let spokesman = read("A spokesman for <o Oakline> said the bridge was closed.");
    assert_eq!(spokesman.quote().1, Some("Oakline"));
}

#[test]
fn nobody_is_put_words_into_the_mouth() {
    for marked in [
        "Analysts say that <p Ada Moss> was wrong.",
        "Officials in <l Rome> said <p Ada Moss> was wrong.",
        "<p Ada Moss>'s neighbour said that it was wrong.",
        "One user on <o Chirper> said that <p Ada Moss> was wrong.",
        "Authorities in <l Italy>'s <l Umbria> said the bridge was closed.",
    ] {
        assert_eq!(read(marked).quote().1, None, "{marked}");
    }
    assert!(read("<p Ada Moss> did not say that the bridge was closed.").quotes().is_empty());
    assert!(read("We note that the bridge was closed.").quotes().is_empty());
    assert!(read("The report by <p Ada Moss> of a loss that shocked many is out.").quotes().is_empty());
}

#[test]
fn the_answer_shows_its_sentence_and_verb() {
    let r = read("It rained. <p Ada Moss> warned that the bridge was closed. It snowed.");
    let quote = &r.names.quotes[0];
    assert_eq!(&r.text[quote.sentence.clone()], "Ada Moss warned that the bridge was closed.");
    assert_eq!(quote.verb.as_deref(), Some("warned"));
}

#[test]
fn long_text_without_structure_stays_linear() {
    let started = std::time::Instant::now();
    for text in ["he said ".repeat(60_000), "\" ' ‘ “ ".repeat(50_000), "X, ".repeat(150_000)] {
        read(&text);
    }
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn he_and_she_are_told_apart_where_the_text_does() {
    let r = read(
        "<p Ada Moss> slept because she was tired. <p Tom Reed> woke <p Ada Moss>. “We will not wait,” he said.",
    );
    assert_eq!(r.quote().1, Some("Tom Reed"));
    let r = read("Actress <p Ada Moss> slept.\n\n“We will not wait,” he said.");
    assert_eq!(r.quote().1, None);
}

#[test]
fn an_owner_or_an_object_is_not_the_speaker() {
    for marked in [
        "The trial of <p Ada Moss> began. “We will not wait,” she said.",
        "<p Ada Moss>'s lawyer came. “We will not wait,” she said.",
    ] {
        assert_eq!(read(marked).quote().1, None, "{marked}");
    }
}

#[test]
fn whoever_is_named_in_the_clause_is_not_the_pronoun_before_it() {
    let r = read("<p Ada Moss> slept. She added that when <p Moss> came home, it was late.");
    assert_eq!(r.quote(), ("when Moss came home, it was late", None));
}

#[test]
fn a_participle_has_the_subject_of_the_main_clause() {
    let r = read("<p Ada Moss> said <l Rome> had concluded the bridge was safe, saying she trusted it all.");
    assert_eq!(r.quotes().last().unwrap(), &("she trusted it all", ADA, false));
}

#[test]
fn the_company_is_not_any_name_with_company_in_it() {
    let r = read(
        "<o Fast Company> wrote about it. <o Oakline> closed.\n\nIt rained.\n\nThe company said that it was over.",
    );
    assert_eq!(r.quote().1, None);
}

#[test]
fn who_speaks_together_is_named_together() {
    for marked in [
        "<p Ada Moss> and <p Bo Lund> said that the bridge was closed.",
        "Captain <p Ada Moss>, a sailor, and <p Bo Lund>, a diver, said the bridge was closed.",
        "“The bridge is closed,” said <p Ada Moss> and <p Bo Lund>, who live beside it.",
    ] {
        let r = read(marked);
        let quote = &r.names.quotes[0];
        let name = |actor: &usize| r.names.actors[*actor].name.as_str();
        assert_eq!(quote.speaker.as_ref().map(name), ADA, "{marked}");
        assert_eq!(quote.also.iter().map(name).collect::<Vec<_>>(), ["Bo Lund"], "{marked}");
    }
    for one in [
        "Chairman and chief executive",
        "<o Oakline> scientist and study co-author",
        "Our mechanic and tester,",
    ] {
        let r = read(&format!("{one} <p Ada Moss> said that the bridge was closed."));
        assert_eq!((r.quote().1, r.names.quotes[0].also.len()), (ADA, 0), "{one}");
    }
    let r = read("The police held <p Ada Moss>, and <p Bo Lund> said that the bridge was closed.");
    assert_eq!(r.quote().1, Some("Bo Lund"));
    assert!(r.names.quotes[0].also.is_empty());
}

#[test]
fn the_words_for_a_speaker_are_given_as_they_stand() {
    for (marked, words, speaker) in [
        (
            "A nurse at the hospital, who did not want to be named, said the bridge was closed.",
            "A nurse at the hospital",
            None,
        ),
        ("A woman who lives opposite said the bridge was closed.", "A woman who lives opposite", None),
        (
            "A spokesman for <o Harbour Bank> said the bridge was closed.",
            "A spokesman for Harbour Bank",
            Some("Harbour Bank"),
        ),
        ("Analysts said the bridge was closed.", "Analysts", None),
        ("The <o Harbour Bank> said the bridge was closed.", "The Harbour Bank", Some("Harbour Bank")),
        ("<p Ada Moss> left. The bridge was closed, she said.", "she", ADA),
    ] {
        let r = read(marked);
        let quote = &r.names.quotes[0];
        let source = quote.source.clone().map(|s| &r.text[s]);
        assert_eq!((source, r.quotes()[0].1), (Some(words), speaker), "{marked}");
    }
}

#[test]
fn a_pronoun_is_nobody_where_somebody_without_a_name_came_in() {
    for marked in [
        "<p Ada Moss> left early.\n\nHer deputy stayed. “We will not wait here,” she said.",
        "<p Ada Moss> asked the teacher to leave. A pupil said it was late. “We will not wait here,” she said.",
        "A mother of two told <p Ada Moss> that it was late. “We will not wait here,” she said.",
        "<p Ada Moss> and <p Bo Lund> left together. “We will not wait here,” she said.",
    ] {
        let r = read(marked);
        assert_eq!(r.quotes().last().map(|q| q.1), Some(None), "{marked}");
    }
    let r = read("A pupil said it was late. <p Ada Moss> stayed. “We will not wait here,” she said.");
    assert_eq!(r.quotes().last().map(|q| q.1), Some(ADA));
}

#[test]
fn an_answer_is_the_other_ones() {
    let marked = "“We will not wait here,” <p Ada Moss> told <p Bo Lund>. “Then go home now,” he replied.";
    assert_eq!(read(marked).quotes().last().map(|q| q.1), Some(Some("Bo Lund")));
    let marked = "“We will not wait here,” <p Ada Moss> told <p Bo Lund>. “It is very late,” she said.";
    assert_eq!(read(marked).quotes().last().map(|q| q.1), Some(None));
}

/// The speaker of the last quote.
fn last(marked: &str) -> Option<String> {
    read(marked).quotes().last().and_then(|q| q.1).map(str::to_owned)
}

#[test]
fn words_without_a_tag_are_whose_the_sentence_before_is() {
    for marked in [
        "The bridge was closed, says <p Ada Moss>. “We cannot expect a boat every morning.”",
        "<p Ada Moss> was blunt. “We cannot expect a boat every morning.”",
        "<p Ada Moss> was blunter still: “We cannot expect a boat every morning.”",
        "<p Ada Moss> wants the plan.\n\n“We cannot expect a boat every morning.”",
        "<p Ada Moss>, ferry captain: “We cannot expect a boat every morning.”",
        "A word came from the captain, <p Ada Moss>, as well:\n\n“We cannot expect a boat every morning.”",
        "“We cannot expect a boat every morning.” – Captain <p Ada Moss>",
    ] {
        assert_eq!(last(marked).as_deref(), ADA, "{marked}");
    }
    for marked in [
        "<p Ada Moss> read the sign on the door. “We cannot expect a boat every morning.”",
        "<p Ada Moss> met <p Bo Lund>. “We cannot expect a boat every morning.”",
        "I said to <p Ada Moss> that it was late. “We cannot expect a boat every morning.”",
    ] {
        assert_eq!(last(marked), None, "{marked}");
    }
}

#[test]
fn turns_of_a_transcript_are_each_ones_words() {
    let talk = "<p Ada Moss> spoke to <p Bo Lund>.\n\nLUND: Was it late?\n\nMOSS: It was late.\n\nLUND: How late then?\n\nMOSS: Very late indeed.";
    let r = read(talk);
    let said = [
        ("Was it late?", "Bo Lund"),
        ("It was late.", "Ada Moss"),
        ("How late then?", "Bo Lund"),
        ("Very late indeed.", "Ada Moss"),
    ];
    assert_eq!(r.quotes(), said.map(|(words, name)| (words, Some(name), true)));
    let list = "<p Ada Moss>: theft of a boat\n\n<p Bo Lund>: theft of a car\n\n<p Cy Moss>: theft of a bus\n\n<p Di Rau>: theft of a dog";
    assert!(read(list).quotes().is_empty());
}

#[test]
fn answers_of_an_interview_are_the_guests() {
    let talk = "<p Ada Moss> lives on a boat.\n\nWhy a boat?\n\n“Because it was so cheap.”\n\nWere you alone?\n\n“I was never once alone.”\n\n“It has seals,” <p Ada Moss> says.";
    assert!(read(talk).quotes().iter().all(|q| q.1 == ADA));
}

#[test]
fn who_is_quoted_as_saying_something_says_it() {
    for marked in [
        "<p Ada Moss> was quoted by the <o Herald> as saying that the bridge was closed.",
        "The <o Herald> quoted <p Ada Moss> as saying the bridge was closed.",
        "“The bridge is closed,” <p Ada Moss> was quoted as saying.",
        "The <o Herald> quotes harbour chief <p Ada Moss> as saying the bridge was closed.",
    ] {
        assert_eq!(last(marked).as_deref(), ADA, "{marked}");
    }
}

#[test]
fn marks_of_other_languages_and_nested_ones() {
    for text in
        ["»We will not wait here«", "『We will not wait here』", "‘They said “never again” to us all’"]
    {
        let r = read(&format!("{text}, said <p Ada Moss>."));
        let inner = text.trim_matches(['»', '«', '『', '』', '‘', '’']);
        assert_eq!(r.quote(), (inner, ADA), "{text}");
    }
}

#[test]
fn when_something_was_said_is_no_part_of_who() {
    for (marked, source) in [
        ("Officials Saturday said that the bridge was closed.", "Officials"),
        ("A military spokesman on Wednesday said the bridge was closed.", "A military spokesman"),
        ("Iranian media is reporting that the bridge was closed.", "Iranian media"),
        ("The union has long warned that the bridge was closed.", "The union"),
    ] {
        let r = read(marked);
        assert_eq!(r.names.quotes[0].source.clone().map(|s| &r.text[s]), Some(source), "{marked}");
    }
}

#[test]
fn of_two_people_the_one_who_acts_speaks() {
    let marked = "<p Ada Moss> knew nothing of <p Bo Lund>.\n\n“We will not wait here,” she said.";
    assert_eq!(last(marked).as_deref(), ADA);
    let both = "<p Ada Moss> left when <p Bo Lund> came.\n\n“We will not wait here,” she said.";
    assert_eq!(last(both), None);
    let goes_on =
        "“It is late,” <p Ada Moss> said.\n\nFor <p Moss>, that is bad. “We will not wait here,” she said.";
    assert_eq!(last(goes_on).as_deref(), ADA);
    let other =
        "“It is late,” <p Bo Lund> said.\n\nFor <p Moss>, that is bad. “We will not wait here,” she said.";
    assert_eq!(last(other), None);
}

#[test]
fn a_name_hung_on_a_body_in_a_place_is_the_speaker() {
    let r = read("<p Ada Moss> from <o Oakline> in <l Lora> said the bridge was closed.");
    assert_eq!(r.quote().1, ADA);
}

#[test]
fn those_around_somebody_are_not_that_person() {
    for marked in [
        "Supporters of Mr. <p Ada Moss> said that the bridge was closed.",
        "Aides to Senator <p Ada Moss> said that the bridge was closed.",
        "Critics of Republican nominee <p Ada Moss> said that the bridge was closed.",
        "Allies of former mayor <p Ada Moss> said that the bridge was closed.",
        "Police in northern <l Italy> said that the bridge was closed.",
    ] {
        assert_eq!(read(marked).quote().1, None, "{marked}");
    }
    assert_eq!(read("In <l Rome> Mr. <p Ada Moss> said that the bridge was closed.").quote().1, ADA);
}

#[test]
fn a_given_name_tells_he_from_she() {
    let text = "<p Harold Moss> told <p Ida Moss> to wait. “We will not wait,” she said.";
    assert_ne!(read(text).quote().1, Some("Harold Moss"));
    let text = "<p Ida Moss> had rung her husband, <p Harold Moss>. “We will not wait,” he said.";
    assert_eq!(read(text).quote().1, Some("Harold Moss"));
    let text = "<p Hilary Moss> met <p Ida Moss>. “We will not wait,” he said.";
    assert_eq!(read(text).quote().1, Some("Hilary Moss"));
    // Whoever was 'she' is not 'he'.
    let text =
        "<p Rin Wee> was late. “We will wait,” she said.\n\n<p Rin Wee> met <p Kay Odd>. “We went,” he said.";
    assert_ne!(read(text).quotes()[1].1, Some("Rin Wee"));
}

#[test]
fn who_is_asked_or_told_by_somebody_is_not_who_asks() {
    let text = "<p Ada Moss> asked the clerk who had signed. “It was a committee,” she said.";
    assert_eq!(read(text).quotes()[1].1, None);
    let text = "<p Ada Moss> asked <p Karl Wee> who had signed. “It was a committee,” he said.";
    assert_eq!(read(text).quotes()[1].1, Some("Karl Wee"));
    let text = "“We will not wait,” <p Karl Wee> was told by <p Ada Moss>.";
    assert_eq!(read(text).quote().1, ADA);
    let text = "He had been informed by his agent, <p Ada Moss>, that the bridge was closed.";
    assert_eq!(read(text).quote(), ("the bridge was closed", ADA));
    let text = "<p Ada Moss> was told of it by a porter. “You had better sit down,” he said.";
    assert_eq!(read(text).quote().1, None);
    let text = "<p Ada Moss> spoke.\n\nAsked by <p Karl Wee> to begin, she said: “We will not wait.”";
    assert_eq!(read(text).quote().1, ADA);
}

#[test]
fn a_quote_is_signed_on_its_line_or_the_next() {
    for text in [
        "“We will not wait.” — <p Ada Moss>, pilot",
        "“We will not wait.”\n\n— <p Ada Moss>, pilot",
        "“We will not wait.”\n\n—The Rev. <p Ada Moss>, rector",
    ] {
        assert_eq!(read(text).quote().1, ADA, "{text}");
    }
    let text = "“We wait.” — <p Ada Moss>\n\n“The storm has no manners.”\n\n— <p Karl Wee>, pilot";
    assert_eq!(read(text).quotes().last().map(|q| q.1), Some(Some("Karl Wee")));
    let text = "“We will not wait.” — <p Ada Moss>\n\n“The storm has no manners.”\n\n— a pilot";
    assert_eq!(read(text).quotes().last().map(|q| q.1), Some(None));
    let text = "“The storm has no manners.”\n\n- <p Ada Moss>, 34, was hurt in it on Monday.";
    assert_eq!(read(text).quote().1, None);
}

#[test]
fn the_subject_of_going_on_to_say_says_it() {
    for text in [
        "<p Ada Moss> went on to say that the bridge was closed.",
        "<p Ada Moss> continued to insist that the bridge was closed.",
        "<p Ada Moss> took to the radio to say the bridge was closed.",
    ] {
        assert_eq!(read(text).quote(), ("the bridge was closed", ADA), "{text}");
    }
    let text = "<p Ada Moss>, who was late, had only this to add: “We will not wait.”";
    assert_eq!(read(text).quote().1, ADA);
    for text in [
        "<p Ada Moss> declined to say who had signed.",
        "<p Ada Moss> denied having said that the bridge was closed.",
        "<p Ada Moss> denied ever saying that the bridge was closed.",
        "<p Ada Moss> did not admit having said that the bridge was closed.",
    ] {
        assert!(read(text).quotes().is_empty(), "{text}");
    }
    let text = "<p Ada Moss> admitted having said that the bridge was closed.";
    assert_eq!(read(text).quote(), ("the bridge was closed", ADA));
}

#[test]
fn few_words_are_speech_beside_their_tag() {
    for text in
        ["“Never,” <p Ada Moss> said.", "“So am I,” said <p Ada Moss>.", "“Order,” called out <p Ada Moss>."]
    {
        assert_eq!(read(text).quote().1, ADA, "{text}");
    }
    assert!(read("The bus “Never” by <p Ada Moss> left.").quotes().is_empty());
    let text = "'He asked, \"Who are you?\" and I laughed,' <p Ada Moss> said.";
    assert_eq!(read(text).quote(), ("He asked, \"Who are you?\" and I laughed,", ADA));
}

#[test]
fn a_document_speaks_for_its_owner_alone() {
    let text = "The bridge is closed. <o Harbour Board> director <p Ada Moss>'s letter said that the plan had failed.";
    assert_eq!(read(text).quote().1, ADA);
    let text = "According to a letter that <p Ada Moss> has been sent, the plan had failed.";
    assert_eq!(read(text).quote().1, None);
    // 'Mr. Moss, her father,' is not the Moss who was named.
    let text = "<p Karl Moss> was there. “We will not wait,” muttered Mr. <p Moss>, the mayor's father.";
    assert_eq!(read(text).quote().1, None);
}
