//! Spans as a tagger gives them, mended: pieces put together, what is no name dropped.

use super::{Read, read};
use copydesk::entities::Kind;
use copydesk::models::Models;
use copydesk::options::Options;
use copydesk::{analyze_text, limits};

fn names(r: &Read) -> Vec<&str> {
    r.names.actors.iter().flat_map(|a| &a.mentions).map(|m| &r.text[m.clone()]).collect()
}

fn check(marked: &str, expected: &[&str]) {
    let r = read(marked);
    let mut found = names(&r);
    found.sort_by_key(|f| r.text.find(f));
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn a_double_surname_is_one_name() {
    check("His sister, <p Hope Maxfield>-<p Ruiz>, left.", &["Hope Maxfield-Ruiz"]);
    check("<p Lindqvist>-<p Sato>, 20, was fastest.", &["Lindqvist-Sato"]);
    check(
        "<p Ada Moss> and <p Tom Reed> met. The <p Moss>-<p Reed> talks failed.",
        &["Ada Moss", "Moss", "Tom Reed", "Reed"],
    );
}

#[test]
fn given_names_of_two_syllables_are_whole() {
    check("It was <p Noh Byeong>-cheol who left.", &["Noh Byeong-cheol"]);
    check("So said <p Seo> Ha-yoon, a student.", &["Seo Ha-yoon"]);
    check("It is a <p Rupert Murdoch>-owned paper of the <p Ada Moss>-era.", &["Rupert Murdoch", "Ada Moss"]);
}

#[test]
fn nicknames_are_inside_a_name() {
    check("<p Earvin> \"<o Magic>\" <p Dole> has died.", &["Earvin \"Magic\" Dole"]);
    check("They met Earvin “Magic” <p Dole> there.", &["Earvin “Magic” Dole"]);
    check("<p Ada Moss> sang \"Late Rain\" and <p Tom Reed> left.", &["Ada Moss", "Tom Reed"]);
}

#[test]
fn particles_join_the_parts_of_a_name() {
    check("Its head, <p Noraini> binti <p Hassan Basri>, left.", &["Noraini binti Hassan Basri"]);
    check("<p Ada Moss> de facto leads <p Tom Reed>.", &["Ada Moss", "Tom Reed"]);
}

#[test]
fn a_body_and_its_place_are_one() {
    check("She was at <o Mercy Hospital> <l Ardmore> for a week.", &["Mercy Hospital Ardmore"]);
    check("<l Sri Lanka> <o Cricket> sold it.", &["Sri Lanka Cricket"]);
    check("He left <o Harbour Bank>, <l Lisbon>.", &["Harbour Bank", "Lisbon"]);
    check("The <o University of Texas> at <l Austin> agreed.", &["University of Texas at Austin"]);
    check(
        "Fuel came from <l Trinidad> and <l Tobago>, not <l Norway> and <l Sweden>.",
        &["Trinidad and Tobago", "Norway", "Sweden"],
    );
}

#[test]
fn pieces_of_a_place_are_completed() {
    check(
        "The island of <l Little> <l Tarn> slept, unlike <l Beijing> <l China>.",
        &["Little Tarn", "Beijing", "China"],
    );
    check("<p Ada Moss> left. It was Ada Moss who left; Ada Moss Street stayed.", &["Ada Moss", "Ada Moss"]);
}

#[test]
fn partners_and_parties_are_whole() {
    check("He works at <l Keefe>, <o Bruyette & Woods>.", &["Keefe, Bruyette & Woods"]);
    check("Buyers are <o Primark>, <o Marks & Spencer> and others.", &["Primark", "Marks & Spencer"]);
    check("She sits for the <o CPN>-UML now.", &["CPN-UML"]);
    check("It is the <o UN>-backed plan of the <o G>-20.", &["UN", "G-20"]);
}

#[test]
fn codes_and_plurals_are_no_names() {
    check("<o Harbour Bank> (<o HB.NS>) rose on the <o S>&P 500.", &["Harbour Bank"]);
    check("The bill is <l NZ>$1.9 billion in <l Wellington>.", &["Wellington"]);
    check("The <o Nifty Bank> index and the <o Financial Times> 100 index fell, <o Nifty> said.", &["Nifty"]);
    check("Beds in intensive care (<o ICUs>) at <o Hill Clinic> are full.", &["Hill Clinic"]);
}

/// The kinds of all names in text order.
fn kinds(marked: &str) -> Vec<Kind> {
    let r = read(marked);
    let mut found: Vec<(usize, Kind)> =
        r.names.actors.iter().flat_map(|a| a.mentions.iter().map(|m| (m.start, a.kind))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, kind)| kind).collect()
}

#[test]
fn the_words_around_a_name_tell_a_body() {
    for text in [
        "Ada is an analyst at <p Charles Moss>.",
        "Shares of <l Aneka Tamba> rose.",
        "So did the chipmaker and carmaker <l Olam>.",
        "Once a hall of <l Coltejo>, the textile company.",
        "<l Tamba> rose. Its owner bought shares in <l Tamba>.",
    ] {
        assert!(kinds(text).iter().all(|k| *k == Kind::Org), "{text}");
    }
    assert_eq!(
        kinds("It is the rubber board, or <p IRB>. The <o International Rubber Board> met."),
        [Kind::Org; 2]
    );
}

#[test]
fn the_words_around_a_name_tell_a_place() {
    assert_eq!(kinds("It left the town of <o Nokia>, north of <p Olam>."), [Kind::Loc; 2]);
    assert_eq!(kinds("She owns a newspaper\n<l OLAM>, Norway: it rained.")[0], Kind::Loc);
    assert_eq!(kinds("<p Ada Moss>, a trader at <o Balanz>, left."), [Kind::Per, Kind::Org]);
    assert_eq!(kinds("An envoy at <l Paris>, <l France>, left the group <l France> knew."), [Kind::Loc; 3]);
}

#[test]
fn a_short_state_keeps_its_stop() {
    check("In Portland, <l Ore>. it rained; in <l CA>.", &["Ore.", "CA"]);
    check("<o H&M and> <o Inditex> rose.", &["H&M", "Inditex"]);
}

#[test]
fn what_the_text_calls_somebody_is_a_person() {
    for marked in [
        "She met her sister <o Ivy> there.",
        "<o Ada Moss>, 44, left.",
        "<o Ada Moss> of Hexley left. <p Moss> slept.",
    ] {
        let r = read(marked);
        assert!(r.names.actors.iter().all(|a| a.kind == Kind::Per), "{marked}");
    }
}

#[test]
fn a_force_of_two_counties_is_one_body() {
    let r = read("It was <l Devon> and <o Cornwall Police> who came.");
    assert_eq!(names(&r), ["Devon and Cornwall Police"]);
}

#[test]
fn who_speaks_behind_quoted_words_has_a_name() {
    check("“Then stop now,” snapped young Effie Crane.", &["Effie Crane"]);
    check("“Then stop now,” said Effie Crane, who left.", &["Effie Crane"]);
    check("“Then stop now,” said Tuesday Morning.", &[]);
    check("“Then stop now,” said Chief Executive.", &[]);
    check("“Then stop now,” said Crane.", &[]);
}

#[test]
fn names_are_looked_for_in_the_first_half_megabyte_and_no_further() {
    let models = Models::builtin().unwrap();
    let line = "The mayor of the town said on Monday that the quay would open again in the spring.\n";
    let named = |lines: usize| {
        let text = format!("Ingrid Solheim spoke.\n{}Marcus Adeyemi spoke.\n", line.repeat(lines));
        let names = analyze_text(&text, None, &models, &Options::default()).names;
        ["Ingrid Solheim", "Marcus Adeyemi"].map(|name| names.actors.iter().any(|a| a.name == name))
    };
    let most = limits::names::TEXT / (line.len() + 2);
    assert_eq!(named(most - 2), [true, true]);
    assert_eq!(named(limits::names::TEXT / line.len() + 1), [true, false]);
}

#[test]
fn the_text_tells_a_firm_of_two_names() {
    for text in [
        "<p Carver Lund>, which makes rope, left.",
        "<p Carver Lund> has doubled its profit.",
        "<p Carver Lund>, the solicitors, left.",
        "The solicitors <p Carver Lund> left.",
        "The farm's lawyers, <p Carver Lund>, left.",
        "She told <p Carver Lund>'s chief executive.",
        "<l Marlowe>, the bus and rail group, left.",
    ] {
        assert_eq!(kinds(text), [Kind::Org], "{text}");
    }
    let people = "A letter from <p Carver Lund>, which was long, and the judges, <p Ada Moss>, <p Tom Reed> and <p Ida Orr>.";
    assert!(kinds(people).iter().all(|kind| *kind == Kind::Per));
    assert_eq!(
        kinds("It rained. <p Carver Lund>, the makers, knew. <l Carver> left."),
        [Kind::Org, Kind::Org]
    );
    assert_eq!(kinds("<p Solheim Gale> bakes. So <o Solheim> said."), [Kind::Org, Kind::Org]);
}

#[test]
fn the_text_tells_somebody() {
    assert_eq!(kinds("Third was <o Sandy Moss>, whose boat sank."), [Kind::Per]);
    assert_eq!(kinds("<o Tweede Kamer>, 44, left. <o Kamer> is shut."), [Kind::Per, Kind::Org]);
    assert_eq!(kinds("<l Orla> and <p Ada Moss> left."), [Kind::Per, Kind::Per]);
    assert_eq!(kinds("“It rained,” says <l Orla>."), [Kind::Per]);
    assert_eq!(kinds("<o Tarn Moss>, whose boats sank, left."), [Kind::Org]);
    assert_eq!(kinds("The owner, <o Charles Schwab>, will cut jobs."), [Kind::Org]);
}

#[test]
fn a_body_is_found_by_the_last_word_of_its_name() {
    check("Prewett Homes may build. Farmers Mutual's car left.", &["Prewett Homes", "Farmers Mutual"]);
    check("Prewett Homes, Old and New, is a book.", &[]);
    check("<o Moss> & Sons left. <o Thornbury> Poultry paid.", &["Moss & Sons", "Thornbury Poultry"]);
    check(
        "<o Senate> Republicans paid. <o Swinton> <o Parish Council> met.",
        &["Senate", "Swinton Parish Council"],
    );
}

#[test]
fn a_given_name_that_is_a_word() {
    check("“Miles Moss waited,” she said. <p Moss> left.", &["Miles Moss", "Moss"]);
    check("They saw Rich <p Moss>. Rich <p Reed> left.", &["Rich Moss", "Rich Reed"]);
    check("<p St.> <p John Moss Jr.> left.", &["St. John Moss Jr."]);
    check("<p Ida Adair-Moss> left. <p Adair>-Moss slept.", &["Ida Adair-Moss", "Adair-Moss"]);
    check("<p ADA> <l MOSS> left.", &["ADA MOSS"]);
}

#[test]
fn who_wrote_a_story_is_nobody_in_it() {
    for line in [
        "By <p J.K. Rowling>",
        "By <p A.O. Scott> and <p Tom Reed>",
        "By <p Ida M. Renn> and <p Tom Reed>",
        "As told to <p Ida Renn>. The talk was shortened.",
    ] {
        let story = read(&format!("{line}\n\n<p Ada Moss> left.")).names.of_story();
        let actors: Vec<_> = story.actors.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(actors, ["Ada Moss"], "{line}");
    }
    let r =
        read("By <p Tom Reed>. <p Jack Wood> saw the bridge fall in a storm that nobody had foreseen there.");
    assert_eq!(r.names.of_story().actors.len(), 2);
}

#[test]
fn the_first_mention_of_a_surname_takes_its_given_name() {
    check("His deputy, Even <p Moss>, left. <p Moss> slept.", &["Even Moss", "Moss"]);
    check("It went to Love Moss and Ada Reed. <p Moss> slept.", &["Love Moss", "Moss"]);
    for word in ["Meet", "Enter", "Forget", "Poor", "Rookie"] {
        check(&format!("{word} <p Moss>, the baker. <p Moss> is 44."), &["Moss", "Moss"]);
    }
    check("Only last Friday <p Moss> won. Then last August <p Reed> left.", &["Moss", "Reed"]);
    check("For <p Moss>, it is bad. Yesterday <p Moss> left.", &["Moss", "Moss"]);
    check("<p Ada Moss> left. Her deputy, Then <p Moss>, came.", &["Ada Moss", "Moss"]);
    check("They met two Farmers <p Moss> and <p Reed>.", &["Moss", "Reed"]);
}

#[test]
fn the_first_mention_of_a_surname_takes_its_initial() {
    check("An engineer (east) D. <p Moss> left. Mr. <p Moss> slept.", &["D. Moss", "Moss"]);
    check("<p Ada Moss> took vitamin C. <p Moss> slept.", &["Ada Moss", "Moss"]);
    check("Officer <p Smt>. <p Ada Moss> came.", &["Ada Moss"]);
    check("IN MAY THE <o POSTMASTER>, <p ADA MOSS>, left THE <o BBC>.", &["ADA MOSS", "BBC"]);
}

#[test]
fn a_name_that_is_a_verb_is_nobody() {
    check("<p Sue Barlow> left. \"<p Sue> them all,\" he said.", &["Sue Barlow"]);
    check("<p Barlow> himself signed.", &["Barlow"]);
    check("<p Sue Barlow> left. <p Sue>, they said, was ill.", &["Sue Barlow", "Sue"]);
}

#[test]
fn a_plural_verb_tells_a_team() {
    let o = Kind::Org;
    assert_eq!(kinds("<p Denby> have won six in a row."), [o]);
    assert_eq!(kinds("<p Denby>, who won the league in 2024, are bottom."), [o]);
    assert_eq!(kinds("<l Sporting Denby> left. <p Denby> were last."), [o, o]);
    assert_eq!(kinds("<p Moss> and Mr. <p Denby> have met."), [Kind::Per, Kind::Per]);
    assert_eq!(kinds("<l Orange Keys> are islands."), [Kind::Loc]);
    assert_eq!(kinds("<o Denby> have asked. Floods in <l Denby> killed two in <l Denby>."), [Kind::Loc; 3]);
}

#[test]
fn a_town_is_no_part_of_a_firm_that_has_its_name() {
    let (o, l) = (Kind::Org, Kind::Loc);
    assert_eq!(kinds("<o Denby Mining> fell. <l Denby> sold its mines."), [o, o]);
    assert_eq!(kinds("<o Denby Mining> digs. <l Denby> has 3,000 residents."), [o, l]);
    assert_eq!(kinds("<o Denby Mining> digs. <l Denby> is old. The road to <l Denby> is wet."), [o, l, l]);
}

#[test]
fn what_only_a_town_has_tells_a_place() {
    let place = [Kind::Loc];
    assert_eq!(kinds("The residents of <o Denby> left."), place);
    assert_eq!(kinds("<p Denby>, Mississippi, has no water."), place);
    assert_eq!(kinds("<o Denby>'s mayor of <l London> left."), [Kind::Org, Kind::Loc]);
    assert_eq!(kinds("Residents of <o Oak Care Home> left."), [Kind::Org]);
}

#[test]
fn initials_are_of_the_name_behind_them() {
    check("It is by T.H. Moss and T.B. Rule. <p Moss> left.", &["T.H. Moss", "Moss"]);
    check("She works in P.R. Moss loves it, said <p Ada Moss>.", &["Ada Moss"]);
    check("E.V. Sales Slow\n\nSales fell again.", &[]);
    check("It is by Ph. <o Moss> and <l Joh>. <o Reed>.", &["Ph. Moss", "Joh. Reed"]);
    check("So did <p W.G.> <p Moss>, and A.-<p M. Reed>.", &["W.G. Moss", "A.-M. Reed"]);
    check("The estate of <p Nils Chr>. <o Moss> is sold.", &["Nils Chr. Moss"]);
    check("The estate of <p Nils> Chr. <p Moss Sr.> is sold.", &["Nils Chr. Moss Sr."]);
    check("The findings went to the <o F.B.I.> <p Moss> did not say.", &["F.B.I.", "Moss"]);
}

#[test]
fn particles_are_of_a_name() {
    check(
        "It was <p João dos Santos> e <l Silva>. <p Dos> <l Santos> e <p Silva> left.",
        &["João dos Santos e Silva", "Dos Santos e Silva"],
    );
    check("It was <p Ana da Costa>. Da <l Costa> left.", &["Ana da Costa", "Da Costa"]);
    check("So did <p Pieter ten Broeke>, ten <p Broeke> said.", &["Pieter ten Broeke", "ten Broeke"]);
    check("So did Hendrik van den <p Beeck>.", &["Hendrik van den Beeck"]);
}

#[test]
fn what_is_in_brackets_or_behind_a_comma_is_of_a_name() {
    check("So did <p Manuel> (<p Manny>) <p Ortega>.", &["Manuel (Manny) Ortega"]);
    check("<p Moss> (<o Labour>) <p Reed> (Green)", &["Moss", "Labour", "Reed"]);
    check("So did <p Ada Moss>, <p Jr>.", &["Ada Moss, Jr."]);
}

#[test]
fn somebody_is_introduced() {
    check("Dawn Tarn, 34, and <p Ada Moss> left.", &["Dawn Tarn", "Ada Moss"]);
    check("Friday <p Moss>, a welder, left. <p Moss> slept.", &["Friday Moss", "Moss"]);
    check("Sunday <p Tarn> and Grace <p Moss> left.", &["Sunday Tarn", "Grace Moss"]);
    check("June Tarn, who sings, left. Ivy <p Marsh>, his wife, stayed.", &["June Tarn", "Ivy Marsh"]);
    check("They saw Chase Tarn and <p Ada Moss>.", &["Chase Tarn", "Ada Moss"]);
    check("Meet <p Moss>, a welder. Last Friday <p Moss>, a welder, left.", &["Moss", "Moss"]);
    check("Big Sky, a resort, and Grace Church, 34, are near.", &[]);
}

#[test]
fn a_given_name_tells_somebody() {
    assert_eq!(
        kinds("So did <l Florence Tarn>, and <l Glenn Pryce> left. <l Pryce> is ill."),
        [Kind::Per, Kind::Per, Kind::Per]
    );
    // Firms are named like people.
    assert_eq!(kinds("<o Glenn Pryce> left the market."), [Kind::Org]);
    assert_eq!(
        kinds("<o Al Tarn> said. The <l Amber Fort> is old. <o Rose Tarn> stadium is new."),
        [Kind::Org, Kind::Loc, Kind::Org]
    );
}

#[test]
fn a_club_is_told_by_its_first_word() {
    assert_eq!(kinds("<o Tarn> beat <p Dynamo Rusk>. <p Rusk> are out."), [Kind::Org, Kind::Org, Kind::Org]);
    assert_eq!(kinds("<p Ada Rusk> left <p Real Rusk>. <p Rusk> wept."), [Kind::Per, Kind::Org, Kind::Per]);
    assert_eq!(kinds("It is in <l Union Grove>."), [Kind::Loc]);
    assert_eq!(
        kinds("<p Harry Vale> wrote it. <p Vale>'s <p Emma Moss> is a nurse."),
        [Kind::Per, Kind::Per, Kind::Per]
    );
}

#[test]
fn a_surname_may_be_a_place() {
    assert_eq!(kinds("<p Emma Holland> left. <l Holland> cried."), [Kind::Per, Kind::Per]);
    assert_eq!(
        kinds("<p Emma Holland> left <l Holland>. In <l Holland> it rains."),
        [Kind::Per, Kind::Loc, Kind::Loc]
    );
}

#[test]
fn a_double_surname_was_tagged_by_its_second_half() {
    check("<p Ida Adair-Moss> left. Adair-<p Moss> slept.", &["Ida Adair-Moss", "Adair-Moss"]);
}

#[test]
fn a_people_is_no_part_of_a_name() {
    check("So did <p Dutchman Pieter Moss> and <p German Moss>.", &["Pieter Moss", "German Moss"]);
}

#[test]
fn a_club_is_none_for_its_surname() {
    assert_eq!(kinds("<o Atlético Tarn> won. <p Tarn> slept."), [Kind::Org, Kind::Org]);
}
