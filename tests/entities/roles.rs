//! Roles before and after names.

use super::read;

/// The first role of the only person of a sentence.
fn role(marked: &str) -> Option<String> {
    let r = read(marked);
    let person = r.names.actors.iter().find(|a| a.kind == copydesk::entities::Kind::Per).unwrap();
    person.roles.first().map(|role| role.text.clone())
}

fn check(marked: &str, expected: &str) {
    assert_eq!(role(marked).as_deref(), Some(expected), "{marked}");
}

#[test]
fn titles_before_a_name() {
    check("Talks with <l US> Secretary of State <p Ada Moss> failed.", "US Secretary of State");
    check("<l Norway>'s Prime Minister <p Ada Moss> left.", "Norway's Prime Minister");
    check("The former special envoy to <l Kyiv> <p Ada Moss> left.", "former special envoy to Kyiv");
    check("<o Oakline> founder and former CEO <p Ada Moss> left.", "Oakline founder and former CEO");
    check("They met South Dakota Gov. <p Ada Moss> on Monday.", "South Dakota Gov.");
    check("It was Lt. Col. <p Ada Moss> who left.", "Lt. Col.");
    check("A lawsuit names longtime tech investor <p Ada Moss>.", "longtime tech investor");
}

#[test]
fn titles_before_a_comma() {
    check("<l Norway>'s Prime Minister, <p Ada Moss>, left.", "Norway's Prime Minister");
    check("The head of the <o Harbour Bank>, <p Ada Moss>, left.", "head of the Harbour Bank");
}

#[test]
fn appositions_after_a_name() {
    check(
        "<p Ada Moss>, the leader of <l Norway>'s ruling <o Green Party>, left.",
        "leader of Norway's ruling Green Party",
    );
    check("<p Ada Moss>, 45, a teacher at <o Hill School>, left.", "teacher at Hill School");
    check("It ends, said <p Ada Moss>, head of research at <o Oakline>.", "head of research at Oakline");
    check("<p Ada Moss>, chairman of the <o Joint Chiefs>, told <o CNN> so.", "chairman of the Joint Chiefs");
    check(
        "<p Ada Moss>, <o Oaks>' executive director of sales, said so.",
        "Oaks' executive director of sales",
    );
    check("<p Ada Moss> (D) is a member of the <o Senate>.", "member of the Senate");
    check("So says <p Ada Moss>, a <p Lund> spokeswoman.", "Lund spokeswoman");
}

#[test]
fn roles_by_verbs() {
    check("<p Ada Moss> stepped down as CEO of <o Oakline> in May.", "CEO of Oakline");
    check("<p Ada Moss> was named chairman of <o Oakline>.", "chairman of Oakline");
    check("<p Ada Moss>, who served as deputy governor, left.", "deputy governor");
}

#[test]
fn plural_titles_are_made_singular() {
    let r = read("Senators <p Ada Moss> and <p Tom Reed> voted.");
    assert_eq!((r.role("Ada Moss"), r.role("Tom Reed")), (Some("Senator"), Some("Senator")));
}

#[test]
fn the_most_informative_role_comes_first() {
    let r = read("President <p Ada Moss> slept. <p Moss>, the president of <l Norway>, woke.");
    let roles: Vec<&str> = r.actor("Ada Moss").roles.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(roles, ["president of Norway", "President"]);
    let first = &r.actor("Ada Moss").roles[0];
    assert_eq!(&r.text[first.span.clone()], "president of Norway");
    assert_eq!(&r.text[first.sentence.clone()], "Moss, the president of Norway, woke.");
}

#[test]
fn no_role_where_none_is_stated() {
    for marked in [
        "Days ago, <p Moss> and the others met.",
        "Mr. <p Moss> met reporters.",
        "They told reporters <p Moss> had left.",
        "<p Ada Moss>, 24, from <l Punjab>, left.",
        "He hit the goalkeeper in the head with <p Moss>'s helmet.",
        "<p Ada Moss>, the company said, has left.",
        "He asked to kill <p Moss>.",
    ] {
        assert_eq!(role(marked), None, "{marked}");
    }
}

#[test]
fn offices_named_after_a_title_word() {
    check("<l Norway>'s Minister of Justice, <p Ada Moss>, left.", "Norway's Minister of Justice");
}

#[test]
fn letters_after_a_name_are_stepped_over() {
    check(
        "It works, said <p Ada Moss>, MD, associate professor at <o Hill University>.",
        "associate professor at Hill University",
    );
}

#[test]
fn what_an_organisation_is() {
    let r = read(
        "The state-owned nuclear company <o Atomika> met <o Rowan>, a maker of small boats, and the company <o Lyre>.",
    );
    assert_eq!(r.role("Atomika"), Some("state-owned nuclear company"));
    assert_eq!(r.role("Rowan"), Some("maker of small boats"));
    assert_eq!(r.role("Lyre"), None);
}

#[test]
fn compound_titles_stay_whole() {
    check("<o Oakline> Editor-in-Chief <p Ada Moss> left.", "Oakline Editor-in-Chief");
    check("Police and Crime Commissioner <p Ada Moss> left.", "Police and Crime Commissioner");
    check(
        "The head of <o Oakline>'s centre of excellence, <p Ada Moss>, left.",
        "head of Oakline's centre of excellence",
    );
    let r = read("It was cited by hit-or-miss trade publication <o Lantern>.");
    assert_eq!(r.role("Lantern"), Some("hit-or-miss trade publication"));
}

#[test]
fn words_of_the_sentence_are_no_part_of_a_title() {
    check(
        "It is a worm that intrigues <o Hill University> biologist <p Ada Moss>.",
        "Hill University biologist",
    );
    check("At that time <o Oakline>'s owner, <p Ada Moss>, left.", "Oakline's owner");
    check("Mayor Now Considering Firing Top General <p Ada Moss>", "Top General");
    assert_eq!(role("Officers were assigned to guard <p Ada Moss>."), None);
    assert_eq!(role("They spoke of <p Moss>, the tax returns, and war."), None);
    assert_eq!(role("<p Ada Moss> was the most decisive player at either end."), None);
}

#[test]
fn what_a_place_is_said_to_be() {
    let r =
        read("It is in <l Lora>, the capital of <l Norvane>, and in the southern port town of <l Hexley>.");
    assert_eq!((r.role("Lora"), r.role("Hexley")), (Some("capital of Norvane"), Some("southern port town")));
    assert_eq!(
        read("It is in <l Lora>, the wettest on record, and in the town of <l Hexley>.").role("Lora"),
        None
    );
}

#[test]
fn kin_then_and_honours() {
    check("His daughter, <p Ada Moss>, said so.", "daughter");
    check("Then foreign minister <p Ada Moss> left.", "Then foreign minister");
    check("The defence counsel, <p Ada Moss> KC, asked.", "defence counsel");
    assert_eq!(role("It was the day President <p Ada Moss> died.").as_deref(), Some("President"));
}

#[test]
fn who_has_no_role_has_a_sentence_that_introduces_it() {
    let r = read("<p Moss> wins again\n\nIt rained. <p Ada Moss> won the race. Then <p Moss> slept.");
    let actor = r.actor("Ada Moss");
    assert_eq!(actor.introduced.clone().map(|s| &r.text[s]), Some("Ada Moss won the race."));
    assert_eq!(read("Sailor <p Ada Moss> won the race.").actor("Ada Moss").introduced, None);
}

#[test]
fn a_noun_of_no_list_between_owner_and_name() {
    check("The wedge's flenser, <p Ada Moss>, left.", "flenser");
    check("It snowed. The flenser, <p Ada Moss>, left.", "flenser");
    assert_eq!(role("In the flense, <p Ada Moss>, a nurse, slept.").as_deref(), Some("nurse"));
    check("The returning officer, <p Ada Moss>, left.", "returning officer");
    check("<p Moss> stays on as chairman.", "chairman");
}

#[test]
fn a_style_is_no_role() {
    check("The bishop, the Right Reverend <p Ada Moss>, prayed.", "bishop");
    check("The visiting preacher, Rev. Dr. <p Ada Moss>, spoke.", "visiting preacher");
    check("Dr <p Ada Moss>, the vicar, spoke.", "vicar");
    check("FIRE CHIEF <p Moss> QUITS\n\nThe senior fire officer <p Moss> left.", "senior fire officer");
}

#[test]
fn a_title_that_no_list_has_is_told_by_its_capital() {
    check("District Collector <p Ada Moss> on Wednesday ordered an inquiry.", "District Collector");
    check("A letter reached Gondolier <p Ada Moss>.", "Gondolier");
    for none in [
        "Gondolier <p Ada Moss> left early.",
        "In Congress <p Ada Moss> said so early.",
        "They beat South African <p Ada Moss>, again.",
        "A Win For Gondolier <p Ada Moss>",
        "They fear the Sunni Muslim <p Ada Moss>.",
    ] {
        assert_eq!(role(none), None, "{none}");
    }
}

#[test]
fn two_roles_behind_a_name_are_one_phrase() {
    check("<p Ada Moss>, <p Tom Moss>'s daughter and a lawyer, left.", "Tom Moss's daughter and a lawyer");
}

#[test]
fn a_line_in_capitals_has_the_words_of_a_sentence() {
    check("IN MARCH THE POSTMASTER, <p ADA MOSS>, left.", "POSTMASTER");
}
