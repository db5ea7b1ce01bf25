//! Numbers as single sentences have them: what is read as one, and which go together.

use super::report_of;
use crate::MODELS;
use copydesk::compare::{Accord, FactKind, compare};

/// Whether two sentences go together, for each number that both have, and the kinds of all their numbers.
fn numbers(one: &str, other: &str) -> (Vec<Accord>, Vec<FactKind>) {
    let about = "Police in Leeds look into the attack on Gordon Hall, said Ann Whitlow, the mayor of Leeds.";
    let reports = [one, other].map(|more| report_of(&format!("Attack on Gordon Hall\n{about}\n{more}")));
    let facts = compare(&reports, &MODELS).facts;
    (facts.iter().filter_map(|f| f.accord).collect(), facts.iter().map(|f| f.kind).collect())
}

#[test]
fn a_third_person_is_no_share() {
    for (one, other) in [
        ("Two men were jailed and a third was cleared in Leeds.", "Some 40 percent were cleared in Leeds."),
        ("Two people died and a third was injured in Leeds.", "Some 33 percent were injured in Leeds."),
        ("Two died and a third, Ann Hall, was hurt.", "A quarter of the crew was hurt."),
    ] {
        assert_eq!(numbers(one, other).0, [], "{one}");
    }
    for (one, other, accord) in [
        ("The budget of Leeds fell by a third.", "The budget of Leeds fell by 33 percent.", Accord::Agree),
        ("A third of the crew was hurt.", "A quarter of the crew was hurt.", Accord::Differ),
        ("Nearly a third was spent in Leeds.", "Some 31 percent was spent in Leeds.", Accord::Agree),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
}

#[test]
fn a_number_takes_no_half_of_something_else() {
    for (one, other, accord) in [
        (
            "The first attack in Leeds was in 2011 and a third in 2014.",
            "The first attack in Leeds was in 2011.",
            Accord::Agree,
        ),
        (
            "The first attack in Leeds was in 2011 and a half hours later came more.",
            "The first attack in Leeds was in 2011.",
            Accord::Agree,
        ),
        (
            "The fire burned for two days and a half mile of road closed.",
            "The fire burned for 48 hours.",
            Accord::Agree,
        ),
        (
            "Hall was 31 and a quarter century older than Whitlow.",
            "Hall was 31 when Whitlow met him.",
            Accord::Agree,
        ),
        (
            "The bomb hurt two and a half mile of road was closed in Leeds.",
            "The bomb hurt two in Leeds.",
            Accord::Agree,
        ),
        (
            "The fire in Leeds burned for two days and a half.",
            "The fire in Leeds burned for 60 hours.",
            Accord::Agree,
        ),
        (
            "The fire in Leeds burned for an hour and a half before rain came.",
            "The fire in Leeds burned for 90 minutes.",
            Accord::Agree,
        ),
        (
            "The talks in Leeds lasted two and a half hours.",
            "The talks in Leeds lasted 150 minutes.",
            Accord::Agree,
        ),
        (
            "The talks in Leeds cost two and a half million pounds.",
            "The talks in Leeds cost £2.5 million.",
            Accord::Agree,
        ),
        (
            "Profits in Leeds rose two and a half percent.",
            "Profits in Leeds rose 2.5 percent.",
            Accord::Agree,
        ),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
}

#[test]
fn a_number_before_a_part_of_the_day_is_no_time() {
    for one in [
        "Police shot one in the morning raid in Leeds.",
        "The bomb killed two in the morning attack in Leeds.",
        "Hall won 12 in the evening session in Leeds.",
        "The danger in Leeds was at level 4 of 5 in the morning.",
        "Some five to ten were hurt in Leeds.",
        "The number of schools in Leeds was cut from 20 to nine.",
        "The vote in Leeds was 25 to five.",
        "The council of Leeds approved it by 25 to five.",
        "The profits of Leeds fell by half to nine.",
        "Hall worked in Leeds from ten to six in the evening.",
        "The bomb killed three in the morning in Leeds.",
        "The bomb in Leeds hurt another three in the morning.",
    ] {
        let (accords, kinds) = numbers(one, "Police came to Leeds at 7:10 p.m. that day.");
        assert_eq!(accords, [], "{one}");
        assert_eq!(kinds.iter().filter(|k| **k == FactKind::Time).count(), 1, "{one}");
    }
}

#[test]
fn a_time_of_day_in_words_is_one() {
    for (one, other, accord) in [
        ("The raid in Leeds began at half past six.", "The raid in Leeds began at 6:30 a.m.", Accord::Agree),
        ("The raid in Leeds began at a quarter to nine.", "The raid in Leeds began at 8:45.", Accord::Agree),
        (
            "The raid in Leeds went on until 20 to nine.",
            "The raid in Leeds went on until 8:40.",
            Accord::Agree,
        ),
        ("It was three in the morning in Leeds.", "It was 3 a.m. in Leeds.", Accord::Agree),
        (
            "The raid in Leeds began at ten to six in the evening.",
            "The raid in Leeds began at 5:50 p.m.",
            Accord::Agree,
        ),
        ("The pub in Leeds closed at eleven at night.", "The pub in Leeds closed at 11 p.m.", Accord::Agree),
        (
            "The raid in Leeds began shortly after four in the morning.",
            "The raid in Leeds began at 4:10 a.m.",
            Accord::Agree,
        ),
        (
            "The raid in Leeds began at half past six in the morning.",
            "The raid in Leeds began at 6:50 a.m.",
            Accord::Differ,
        ),
        ("The pub in Leeds closed at eleven at night.", "The pub in Leeds closed at 10 p.m.", Accord::Differ),
        ("The raid in Leeds began at ten past five.", "The raid in Leeds began at 4:50 a.m.", Accord::Differ),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
}

#[test]
fn an_age_needs_no_commas() {
    for (one, other, accord) in [
        ("The mayor of Leeds is 54.", "The mayor of Leeds, 54, wept.", Accord::Agree),
        ("The driver in Leeds is 54 and sings.", "The driver in Leeds is 56 and sings.", Accord::Differ),
        (
            "Gordon Hall, who has turned 63 and sings, was in Leeds.",
            "Gordon Hall, 63, was in Leeds.",
            Accord::Agree,
        ),
        ("Gordon Hall, who is 46 and sings, was in Leeds.", "Gordon Hall, 44, was in Leeds.", Accord::Differ),
        ("The baker in Leeds was 61 when she won.", "The baker in Leeds, 63, won.", Accord::Differ),
        ("Hall had turned 40 and moved to Leeds.", "Hall, 40, moved to Leeds.", Accord::Agree),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
    assert_eq!(numbers("The turnout in Leeds is 46 percent.", "Gordon Hall, 46, was in Leeds.").0, []);
}

#[test]
fn one_of_so_many_is_a_share() {
    for (one, other, accord) in [
        (
            "One voter in five in Leeds is undecided.",
            "Some 20 percent of voters in Leeds are undecided.",
            Accord::Agree,
        ),
        (
            "One household in three in Leeds is poor.",
            "A third of the households in Leeds are poor.",
            Accord::Agree,
        ),
        (
            "In Leeds one worker in 13 is without work.",
            "In Leeds 7.8 percent are without work.",
            Accord::Agree,
        ),
        (
            "One pupil in eight was missing in Leeds.",
            "Twelve and a half percent of pupils were missing in Leeds.",
            Accord::Agree,
        ),
        (
            "One tyre in five in Britain came from Leeds.",
            "One in every five tyres in Britain came from Leeds.",
            Accord::Agree,
        ),
        (
            "One patient in four in Leeds felt sick.",
            "In Leeds 35 percent of the patients felt sick.",
            Accord::Differ,
        ),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
    for one in ["One man died in three attacks in Leeds.", "One died in three attacks in Leeds."] {
        assert_eq!(numbers(one, "In Leeds 33 percent died.").0, [], "{one}");
    }
    assert_eq!(
        numbers("One man in Leeds was hurt in two hours.", "In Leeds half of the men were hurt.").0,
        []
    );
}

/// Numbers behind a share or an amount of money that leave away of what they are one.
#[test]
fn a_number_is_of_what_the_one_before_it_was() {
    use Accord::{Agree, Differ};
    for (one, other, accords) in [
        (
            "Hall got 27 percent in Leeds, Whitlow 31.",
            "In Leeds Hall got 27 percent and Whitlow 33 percent.",
            [Agree, Differ],
        ),
        (
            "Turnout in Leeds fell to 39 percent, from 48.",
            "Turnout in Leeds fell to 39 percent, from 48 percent.",
            [Agree, Agree],
        ),
        (
            "Leeds paid 61 million euros for Hall in 2021 and 52 million for Whitlow.",
            "Leeds paid 61 million euros for Hall and 52 million euros for Whitlow.",
            [Agree, Agree],
        ),
    ] {
        assert_eq!(numbers(one, other).0, accords, "{one}");
    }
    let kinds = numbers("Turnout in Leeds was 60 percent and 12 were hurt.", "Hall slept in Leeds.").1;
    assert_eq!(kinds.iter().filter(|k| **k == FactKind::Percent).count(), 1);
}

#[test]
fn a_day_of_every_week_and_a_rank_among_the_most_are_numbers() {
    for (one, other, accord) in [
        ("Hall plays in Leeds on Tuesdays.", "Hall plays in Leeds on Wednesdays.", Accord::Differ),
        ("Hall plays in Leeds on Saturdays.", "Hall plays in Leeds on Saturdays.", Accord::Agree),
        (
            "The third most expensive house in Leeds burned.",
            "The second most expensive house in Leeds burned.",
            Accord::Differ,
        ),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
}

#[test]
fn numbers_in_the_words_of_newspapers_are_read() {
    use Accord::{Agree, Differ};
    for (one, other, accord) in [
        ("Fees in Leeds are a third above those of York.", "Fees in Leeds are 33 percent above York.", Agree),
        ("Hall paid one and a half million pounds in Leeds.", "Hall paid £1.5m in Leeds.", Agree),
        ("A pair of helicopters flew over Leeds.", "Two helicopters flew over Leeds.", Agree),
        ("The raid in Leeds began at noon.", "The raid in Leeds began at 12:40 p.m.", Differ),
        ("The raid in Leeds ended shortly after four.", "The raid in Leeds ended at 4:05 p.m.", Agree),
        ("Hall wore the number 8 shirt in Leeds.", "Hall wore the No 6 shirt in Leeds.", Differ),
        ("The vote in Leeds is on the first of September.", "The vote in Leeds is on 1 September.", Agree),
        ("Hall signed in Leeds until June 2030.", "Hall signed in Leeds until 2029.", Differ),
        ("Hall signed in Leeds until June 2030.", "Hall signed in Leeds until 2030.", Agree),
        ("Hall stole 1.9 million pounds in Leeds.", "Hall stole over 2 million pounds in Leeds.", Differ),
        ("Hall stole 2.1 million pounds in Leeds.", "Hall stole over 2 million pounds in Leeds.", Agree),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one}");
    }
    let (accords, _) = numbers(
        "Officials counted again in nine of the city's 64 districts of Leeds.",
        "Officials counted again in a dozen districts of Leeds.",
    );
    assert_eq!(accords, [Differ]);
}

#[test]
fn midnight_is_the_twelve_of_the_morning() {
    for (one, other, accord) in [
        ("The attack in Leeds began at midnight.", "The attack in Leeds began at 12:00 a.m.", Accord::Agree),
        ("The attack in Leeds began at noon.", "The attack in Leeds began at 12 p.m.", Accord::Agree),
        ("The attack in Leeds began at noon.", "The attack in Leeds began at 12:00 a.m.", Accord::Differ),
        ("The attack in Leeds began at 00:10.", "The attack in Leeds began at 12:10 am.", Accord::Agree),
    ] {
        assert_eq!(numbers(one, other).0, [accord], "{one} {other}");
    }
}
