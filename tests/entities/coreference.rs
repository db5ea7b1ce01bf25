//! Which mentions are one actor, their types and names.

use super::read;
use copydesk::entities::Kind;

#[test]
fn a_surname_stands_for_the_full_name() {
    let r = read("<p Ada Moss> came home. <p Moss> slept. So did <p Ada>.");
    assert_eq!(r.forms("Ada Moss"), ["Ada Moss", "Moss", "Ada"]);
}

#[test]
fn parts_of_asian_and_spanish_names_are_found() {
    let r = read(
        "<p Le Thi Hoa Binh> met <p Rafael Ortiz Lugo>. <p Hoa Binh> and <p Ortiz Lugo> talked; <p Ortiz> left.",
    );
    assert_eq!(r.forms("Le Thi Hoa Binh"), ["Le Thi Hoa Binh", "Hoa Binh"]);
    assert_eq!(r.forms("Rafael Ortiz Lugo"), ["Rafael Ortiz Lugo", "Ortiz Lugo", "Ortiz"]);
}

#[test]
fn initials_nicknames_and_slips_are_one_person() {
    let r = read(
        "<p Robert Kellerman> won. <p Bob Kellerman> and <p R. T. Kellerman> are one; <p Robert Kelerman> too.",
    );
    assert_eq!(r.actor("Robert Kellerman").mentions.len(), 4);
}

#[test]
fn a_family_stays_two_people() {
    let r = read(
        "<p Ada Moss> met her brother <p Tom Moss>.\nLater <p Ada Moss> spoke. <p Moss> was glad.\n<p Tom Moss> left.",
    );
    assert_eq!(r.forms("Ada Moss"), ["Ada Moss", "Ada Moss", "Moss"]);
    assert_eq!(r.forms("Tom Moss").len(), 2);
}

#[test]
fn half_a_double_surname_is_another_person() {
    let r = read("<p Ida Moss-Toal>'s sister-in-law is <p Ada Toal>. <p Toal>'s team lost.");
    assert_eq!(r.forms("Ada Toal"), ["Ada Toal", "Toal"]);
    let r = read("<p Ida Moss-Toal> left. <p Toal> slept.");
    assert_eq!(r.forms("Ida Moss-Toal"), ["Ida Moss-Toal", "Toal"]);
}

#[test]
fn countries_have_many_names() {
    let r = read("The <l US> and the <l UK> agreed; <l Britain> and the <l United States> signed.");
    assert_eq!(r.forms("United States"), ["US", "United States"]);
    assert_eq!(r.forms("Britain"), ["UK", "Britain"]);
}

#[test]
fn acronyms_in_brackets_and_by_initials() {
    let r = read(
        "The <o Northern Harbour Authority> (<o NHA>) and the <o Board of Inland Fisheries> met. <o NHA> asked <o BIF>.",
    );
    assert_eq!(r.forms("Northern Harbour Authority").len(), 3);
    assert_eq!(r.forms("Board of Inland Fisheries"), ["Board of Inland Fisheries", "BIF"]);
}

#[test]
fn short_forms_of_organisations() {
    let r = read("<o Tarn Labs> paid.\n<o Tarn Laboratories> left. <o Tarn> is old. <o Tarn Library> shut.");
    assert_eq!(r.forms("Tarn Laboratories"), ["Tarn Labs", "Tarn Laboratories", "Tarn"]);
    let r = read("<o Dynamo Rusk> won. The <o Rusk> bus left <o Avon Rusk>.");
    assert_eq!(r.forms("Dynamo Rusk"), ["Dynamo Rusk", "Rusk"]);
    let r = read(
        "<o Tallow Robotics Inc> hired. <o Tallow Robotics> grew. <o Oakline International> fell, <o Oakline> said. <o GE> and <o GE Healthcare> are two.",
    );
    assert_eq!(r.forms("Tallow Robotics Inc").len(), 2);
    assert_eq!(r.forms("Oakline International").len(), 2);
    assert_eq!(r.forms("GE").len(), 1);
    assert_eq!(r.forms("GE Healthcare").len(), 1);
}

#[test]
fn the_country_before_a_body_changes_nothing() {
    let r = read("The <o Senate> met. The <o Nigerian Senate> rose.");
    assert_eq!(r.forms("Senate").len(), 2);
}

#[test]
fn a_capital_that_acts_stands_for_its_country() {
    let r = read(
        "<l Beijing> wants talks with <l China>'s neighbours. A strike by <l Beijing> is feared. He lives in <l Paris>, in <l France>.",
    );
    let china = r.names.actors.iter().position(|a| a.name == "China");
    assert_eq!(r.actor("Beijing").metonym_of, china);
    assert_eq!(r.actor("Paris").metonym_of, None);
}

#[test]
fn titles_articles_and_possessives_are_cut_from_mentions() {
    let r = read("<p President Ada Moss> spoke. <p Moss's> aides left <o the Harbour Bank>.");
    assert_eq!(r.forms("Ada Moss"), ["Ada Moss", "Moss"]);
    assert_eq!(r.role("Ada Moss"), Some("President"));
    assert_eq!(r.forms("Harbour Bank"), ["Harbour Bank"]);
}

#[test]
fn peoples_are_no_mentions() {
    let r = read("The <l Chinese> and the <o Democrats> met in <l Rome>.");
    assert_eq!(r.names.actors.len(), 1);
}

#[test]
fn a_dateline_is_a_place() {
    let r = read("HANOI, April 15 (<o Reuters>) – It rained. <l Hanoi> was wet.");
    assert_eq!(r.forms("Hanoi"), ["HANOI", "Hanoi"]);
}

#[test]
fn one_spelling_has_one_type() {
    let r = read("<o Corvel> shares fell. <l Corvel> closed. A <l Corvel> spokesman left.");
    assert_eq!(r.actor("Corvel").kind, Kind::Org);
    assert_eq!(r.actor("Corvel").mentions.len(), 3);
}

#[test]
fn what_was_tagged_apart_or_together_is_mended() {
    let r = read(
        "<p Ben Murray>-Bruce and <p Sonya> A. Zoghlin met envoy to <l Ukraine Mara Jovan>, R-<l Texas>.",
    );
    assert_eq!(r.forms("Ben Murray-Bruce").len(), 1);
    assert_eq!(r.forms("Sonya A. Zoghlin").len(), 1);
    assert_eq!(r.actor("Mara Jovan").kind, Kind::Per);
    assert_eq!(r.forms("Ukraine").len(), 1);
}

#[test]
fn shares_of_the_story_sum_to_one() {
    let r = read("<p Ada Moss> said it rained in <l Rome>. <p Moss> said it was cold.");
    let sum: f32 = r.names.actors.iter().map(|a| a.prominence).sum();
    assert!((sum - 1.0).abs() < 1e-4);
    assert!(r.actor("Ada Moss").prominence > r.actor("Rome").prominence);
}

#[test]
fn nothing_gives_nothing() {
    assert!(read("").names.actors.is_empty());
    assert!(read("\n\n \u{a0}“”\"'").names.quotes.is_empty());
}

#[test]
fn two_people_who_differ_by_an_initial_stay_two() {
    let r = read("<p George W. Marsh> and his father <p George H. W. Marsh> met.");
    assert_eq!(r.names.actors.len(), 2);
}

#[test]
fn a_surname_tagged_as_a_place_is_the_person() {
    let r = read("<p Ada Moss> sued. <l Moss> won; the bank owed <l Moss> nothing.");
    assert_eq!(r.forms("Ada Moss"), ["Ada Moss", "Moss", "Moss"]);
    let place = read("<p Ada Moss> sued. She lives in <l Moss>.");
    assert_eq!(place.actor("Moss").kind, Kind::Loc);
}

#[test]
fn words_around_a_name_tell_persons_from_places() {
    for (marked, name, kind) in [
        ("<l Doria>, 67, is close to them.", "Doria", Kind::Per),
        ("Her mother, <l Doria Ragwort>, came.", "Doria Ragwort", Kind::Per),
        ("Money came from <l GladWell> again.", "GladWell", Kind::Org),
        ("They live in <l McAdam> again.", "McAdam", Kind::Loc),
        ("The pipe runs from <p Abel Winter Bay> to the north.", "Abel Winter Bay", Kind::Loc),
        ("Rep. <p Ada Moss> (D-<p N.Y.>) came.", "New York", Kind::Loc),
    ] {
        assert_eq!(read(marked).actor(name).kind, kind, "{marked}");
    }
}

#[test]
fn a_sentence_without_a_space_before_it_is_not_part_of_a_name() {
    let r = read("It is done, <p Tom Moss> said.<p Moss> left.");
    assert_eq!(r.forms("Tom Moss"), ["Tom Moss", "Moss"]);
}

#[test]
fn initials_and_small_words_keep_a_name_together() {
    let r = read("The <p A. B.> <o Kettle Observatory> and the <o Harkat-e>-<o Salam> met.");
    assert_eq!(r.actor("A. B. Kettle Observatory").kind, Kind::Org);
    assert_eq!(r.forms("Harkat-e-Salam").len(), 1);
}

#[test]
fn honours_are_no_part_of_a_name() {
    let r = read("<p Ada Moss MBE>, head of <o Oakline>, met <p Tom Reed MP>.");
    assert_eq!(r.role("Ada Moss"), Some("head of Oakline"));
    assert_eq!(r.forms("Tom Reed"), ["Tom Reed"]);
}

#[test]
fn the_kind_of_body_may_be_left_out() {
    let r = read("The <o Meadow Party> won. <o Meadow> and <o KLM Healthcare> agreed; <o KLM> paid.");
    assert_eq!(r.forms("Meadow Party"), ["Meadow Party", "Meadow"]);
    assert_eq!(r.forms("KLM Healthcare"), ["KLM Healthcare", "KLM"]);
}

#[test]
fn pieces_of_one_name_are_joined() {
    let r = read("<p Abu> <p Salim Reed> and <o Oak> <o Lane Co.> met in <l Aue> am <p Bach>.");
    assert_eq!(r.forms("Abu Salim Reed").len(), 1);
    assert_eq!(r.forms("Oak Lane Co.").len(), 1);
    assert_eq!(r.forms("Aue am Bach").len(), 1);
    let r = read("They met in <l Aue> upon <p Bach> at night.");
    assert_eq!(r.forms("Aue upon Bach").len(), 1);
    for two in
        ["<p Tom Moss> rose. <p Moss> <p Ada Reed> followed.", "They trust <p Tom>\n\n<p Ada Reed> left."]
    {
        assert_eq!(read(two).names.actors.len(), 2, "{two}");
    }
}

#[test]
fn who_is_named_with_whom() {
    let r = read(
        "<p Ada Moss> met <p Tom Reed> in <l Rome>. <p Reed> thanked <p Moss> and <o Oakline>.\n<p Moss> left <l Rome>.",
    );
    let index = |name: &str| r.names.actors.iter().position(|a| a.name == name).unwrap();
    assert_eq!(r.actor("Ada Moss").with, [index("Tom Reed")]);
    assert_eq!(r.actor("Rome").with, [index("Ada Moss")]);
    assert!(r.actor("Oakline").with.is_empty());
}

#[test]
fn who_is_left_out_moves_nobody_into_another_company() {
    let mut r = read(
        "<p Vera Quill> sells maps.\n<p Ada Moss> met <p Tom Reed>. <p Reed> thanked <p Moss> and saw <l Rome>. \
         <p Reed> left <l Rome> with <p Moss>.",
    );
    let line = 0..r.text.find('\n').unwrap();
    r.names.leave_out(&[line]);
    let names = |list: &[usize]| list.iter().map(|i| r.names.actors[*i].name.as_str()).collect::<Vec<_>>();
    assert_eq!(names(&[0, 1, 2]), ["Ada Moss", "Tom Reed", "Rome"]);
    assert_eq!(names(&r.actor("Rome").with), ["Ada Moss", "Tom Reed"]);
    assert_eq!(names(&r.actor("Ada Moss").with), ["Tom Reed"]);
}

#[test]
fn no_brother_takes_the_role_of_a_man_with_a_name_of_both_sexes() {
    let r = read(
        "<p Andrea Rossi> founded it with his brother <p Luca Rossi>.\n\nMr <p Rossi>, who is the chief executive, left.",
    );
    assert_eq!(r.forms("Andrea Rossi"), ["Andrea Rossi", "Rossi"]);
}

#[test]
fn a_body_may_be_turned_round_or_called_by_its_last_word() {
    let turned = read("The <o Department of Quay Labor> met. The <o Quay Labor Department> ruled.");
    assert_eq!(turned.names.actors.len(), 1);
    let head = read("The <o Denby Rockets> won. The <o Rockets> left.");
    assert_eq!(head.forms("Denby Rockets"), ["Denby Rockets", "Rockets"]);
    let other = read(
        "The <o Rockets> left. The <o Denby Rockets> won. <o University of Varda> fell.\nSo did <o Varda>.",
    );
    assert_eq!(other.names.actors.len(), 4);
    for two in [
        "<o Varda University> is old. The <o University of Varda> is new.",
        "They saw <o Crystal Palace> win. The <o Palace> said that the king was glad.",
        "<o Fiat Chrysler> grew. Before that <o Chrysler> shrank.",
    ] {
        assert_eq!(read(two).names.actors.len(), 2, "{two}");
    }
}

#[test]
fn surnames_alike_of_two_people_are_two() {
    let r = read("<p Inge Andresen> came. <p Andresen> sat. <p Rolf Andreassen> left. <p Andreassen> slept.");
    assert_eq!(r.forms("Inge Andresen"), ["Inge Andresen", "Andresen"]);
    assert_eq!(r.forms("Rolf Andreassen"), ["Rolf Andreassen", "Andreassen"]);
}
