//! Texts in one language and in several, and the packs that their names are read with.

#![cfg(test)]

use copydesk::analyze_text;
use copydesk::entities::{Kind, Names};
use copydesk::models::{Files, Models, PACKS};
use copydesk::options::Options;
use copydesk::plan::Plan;
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::builtin().unwrap());

fn plan(text: &str) -> Plan {
    Plan::of(&analyze_text(text, None, &MODELS, &Options::default()), None)
}

fn names(text: &str) -> Names {
    analyze_text(text, None, &MODELS, &Options::default()).names
}

fn persons(names: &Names) -> Vec<&str> {
    names.actors.iter().filter(|a| a.kind == Kind::Per).map(|a| a.name.as_str()).collect()
}

/// A paragraph of a story in each language that has a pack, and a person named in it.
const STORIES: [(&str, &str, &str); 11] = [
    (
        "de",
        "Hannover – Die Ministerin Petra Lindner hat am Montag in Hannover erklärt, dass die Brücke über die Leine \
         gesperrt bleibt. Nach Angaben von Lindner wird die Reparatur mindestens zwei Jahre dauern.",
        "Petra Lindner",
    ),
    (
        "es",
        "La alcaldesa de Zaragoza, Carmen Ibáñez, anunció el lunes que el puente sobre el Ebro seguirá cerrado. Según \
         Ibáñez, las obras durarán al menos dos años.",
        "Carmen Ibáñez",
    ),
    (
        "fr",
        "La maire de Nantes, Hélène Morvan, a annoncé lundi que le pont sur la Loire resterait fermé. Selon Hélène \
         Morvan, les travaux dureront au moins deux ans.",
        "Hélène Morvan",
    ),
    (
        "it",
        "La sindaca di Ferrara, Giulia Bonetti, ha annunciato lunedì che il ponte sul Po resterà chiuso. Secondo Giulia \
         Bonetti i lavori dureranno almeno due anni.",
        "Giulia Bonetti",
    ),
    (
        "nl",
        "Burgemeester Annelies Vermeer van Zwolle zei maandag dat de brug over de IJssel dicht blijft. Volgens Annelies \
         Vermeer duurt het herstel nog zeker twee jaar.",
        "Annelies Vermeer",
    ),
    (
        "pt",
        "A presidente da câmara de Coimbra, Helena Tavares, anunciou na segunda-feira que a ponte sobre o Mondego \
         continuará fechada. Segundo Helena Tavares, as obras vão durar pelo menos dois anos.",
        "Helena Tavares",
    ),
    (
        "da",
        "Aarhus – Borgmesteren, Mette Lindegaard, sagde mandag, at broen over åen fortsat er lukket. Ifølge Mette \
         Lindegaard varer arbejdet mindst to år, og kommunen vil ikke betale det hele.",
        "Mette Lindegaard",
    ),
    (
        "no",
        "Bergen – Ordføreren, Ingrid Halvorsen, sa mandag at broen over elven fortsatt er stengt. Ifølge Ingrid \
         Halvorsen varer arbeidet i minst to år, og kommunen vil ikke betale alt selv.",
        "Ingrid Halvorsen",
    ),
    (
        "pl",
        "Prezydentka Gdyni, Joanna Zawadzka, powiedziała w poniedziałek, że most pozostanie zamknięty. Joanna Zawadzka \
         dodała, że prace potrwają co najmniej dwa lata.",
        "Joanna Zawadzka",
    ),
    (
        "ru",
        "Губернатор Ирина Соколова сообщила в понедельник, что мост через Оку останется закрытым. Ирина Соколова \
         добавила, что работы продлятся не меньше двух лет.",
        "Ирина Соколова",
    ),
    (
        "sv",
        "Umeå – Kommunalrådet Karin Lindström sade i måndags att bron över älven förblir stängd. Enligt Karin \
         Lindström tar arbetet minst två år, och kommunen tänker inte betala allt själv.",
        "Karin Lindström",
    ),
];
const GREEK: &str =
    "Η δήμαρχος Πάτρας, Ελένη Παπαδοπούλου, ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα παραμείνει κλειστή.";
const ENGLISH: &str = "The mayor of Hull, Sarah Whitlock, told reporters on Monday that the bridge over the river would \
                       stay closed for at least two years.";

#[test]
fn every_pack_is_whole_and_finds_names() {
    for (code, text, person) in STORIES {
        let found = names(text);
        assert_eq!((found.language, found.unread), (Some(code), false), "{text}");
        assert!(persons(&found).contains(&person), "{code}: {:?}", persons(&found));
        assert!(found.missing.is_empty() && plan(text).needs.is_empty());
    }
    for code in PACKS {
        assert!(MODELS.reading(code).is_some(), "{code}");
    }
}

#[test]
fn a_language_without_a_model_has_no_names_and_says_which_it_is() {
    let plan = plan(GREEK);
    assert_eq!((plan.language, plan.unread, plan.actors.len()), (Some("el"), true, 0));
    assert!(plan.needs.is_empty(), "there is nothing to load for it");
    let unsure = names("Nova Alta 3 – Kiri Tamo Vesu 1");
    assert_eq!((unsure.language, unsure.unread), (None, true));
}

#[test]
fn each_paragraph_is_read_as_what_it_is() {
    let (_, german, person) = STORIES[0];
    let mixed = names(&format!("{german}\n{ENGLISH}\n{GREEK}"));
    assert_eq!(mixed.language, Some("de"));
    let found = persons(&mixed);
    assert!(found.contains(&person) && found.contains(&"Sarah Whitlock"), "{found:?}");
    assert!(mixed.actors.iter().all(|a| a.name.is_ascii()), "no names in Greek: {found:?}");
    assert_eq!(mixed.missing, ["el"]);
}

#[test]
fn what_the_page_says_of_its_language_counts_as_far_as_the_text_bears_it_out() {
    use copydesk::analyze;
    use copydesk::snapshot::Snapshot;
    let (_, german, _) = STORIES[0];
    let told = |lang: &str| {
        let html = format!(
            "<html lang={lang}><title>Brücke</title><article><h1>Brücke</h1><p>{german}</p><p>{german}</p></article>"
        );
        let page = Snapshot::from_html(&html, "https://news.example/a").unwrap();
        Plan::of(&analyze(&page, &MODELS, &Options::default()), Some(&page)).meta.lang
    };
    assert_eq!(told("en-US").as_deref(), Some("de"));
    assert_eq!(told("de-AT").as_deref(), Some("de-AT"), "the page knows more");
}

#[test]
fn a_damaged_pack_is_an_error_and_leaves_the_models_as_they_were() {
    let pack = include_bytes!("../src/packed/data/names/es.bin");
    let models = Models::load(Files {
        blocks: include_bytes!("../src/packed/data/blocks.bin"),
        words: include_bytes!("../src/packed/data/words.bin"),
        languages: include_bytes!("../src/packed/data/languages.bin"),
    })
    .unwrap();
    let code = |tagger: &[u8], lexicon: &str| models.add("es", tagger, lexicon).map_err(|e| e.code()).err();
    let mut changed = pack.to_vec();
    changed[4000] ^= 1;
    assert_eq!(code(&changed, ""), Some("model-checksum"));
    assert_eq!(code(&pack[..pack.len() / 2], ""), Some("model-layout"));
    assert_eq!(code(b"", ""), Some("model-kind"));
    assert_eq!(code(pack, "[nonsense]\nword"), Some("model-layout"));
    assert_eq!(code(pack, ""), None);
    assert_eq!(models.add("tlh", b"", ""), Ok(()), "a language without a pack is passed over");
    assert!(models.reading("es").is_some() && models.reading("el").is_none());
}
