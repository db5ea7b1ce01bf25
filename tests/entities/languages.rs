//! Who speaks in other languages: what English has no like of. The words are in the lists of each language.

use super::read_in;
use super::stories::lexicon;

/// All quotes of a marked text in a language: words and speaker.
fn quotes(language: &str, marked: &str) -> Vec<(String, Option<String>)> {
    let read = read_in(&lexicon(language), marked);
    read.quotes().into_iter().map(|(words, who, _)| (words.to_owned(), who.map(str::to_owned))).collect()
}

/// Checks the speakers of all quotes of texts, by language.
fn check(texts: &[(&str, &str, &[&str])]) {
    for (language, marked, speakers) in texts {
        let quotes = quotes(language, marked);
        let found: Vec<&str> = quotes.iter().map(|(_, who)| who.as_deref().unwrap_or("-")).collect();
        assert_eq!(found, *speakers, "{marked} {quotes:?}");
    }
}

#[test]
fn a_sentence_of_one_person_gives_the_quoted_words_behind_it_to_them() {
    check(&[
        ("nl", "Burgemeester <p Luuk Veer> twijfelt niet. ‘Het plein blijft dicht.’", &["Luuk Veer"]),
        ("de", "Bürgermeister <p Udo Fähr> zweifelt nicht. „Der Platz bleibt gesperrt.“", &["Udo Fähr"]),
        (
            "it",
            "Netta la replica di <p Anna Sala>, la preside: «Nessuno ci ha chiesto niente».",
            &["Anna Sala"],
        ),
        ("es", "Y la respuesta de <p Ana Sala>, la directora: «Nadie nos ha preguntado».", &["Ana Sala"]),
        ("de", "Die Antwort des Trainers <p Udo Karl>: „Niemand hat uns gefragt, niemand.“", &["Udo Karl"]),
        ("fr", "C'est <p Luc Manse>, l'adjoint, qui l'annonce : « On commence demain. »", &["Luc Manse"]),
    ]);
}

#[test]
fn writing_on_a_wall_is_nobody_s() {
    let cocina = "en la pared de la cocina con este letrero: «No se permite fumar aquí, por favor».";
    check(&[
        ("es", &format!("Hay una foto de <p Pedro Nani> {cocina}"), &["-"]),
        ("es", &format!("Hay una foto de la alcaldesa <p Ana Ruiz> {cocina}"), &["-"]),
        ("it", "La tomba di <p Pietro Nani> porta una scritta: «Qui riposa un uomo giusto e buono».", &["-"]),
    ]);
}

#[test]
fn a_tag_between_dashes_parts_the_quoted_words() {
    check(&[
        (
            "it",
            "La strada è chiusa. «Capisco la rabbia – ammette <p Silvia Bona> – ma il versante non tiene più».",
            &["Silvia Bona", "Silvia Bona"],
        ),
        (
            "it",
            "La strada è chiusa. “Il mister non si tocca – sbotta <p Aldo Neri> –. In campo ci andiamo noi”.",
            &["Aldo Neri", "Aldo Neri"],
        ),
        (
            "es",
            "La calle sigue cerrada. “No lo sabíamos - explica <p Ana Ruiz> - y nadie nos lo dijo a tiempo”.",
            &["Ana Ruiz", "Ana Ruiz"],
        ),
        // A remark is no tag.
        (
            "it",
            "«Il sindaco – un amico di <p Aldo Neri> – non ci ha mai risposto», dice <p Silvia Bona>.",
            &["Silvia Bona"],
        ),
    ]);
}

#[test]
fn a_description_is_the_only_person_of_the_paragraph() {
    check(&[
        (
            "it",
            "<p Anna Sala>, ricercatrice del museo, ha firmato il progetto. «Non ci credeva nessuno», racconta la biologa.",
            &["Anna Sala"],
        ),
        (
            "es",
            "<p Ana Ruiz> llegó de noche. «No me lo esperaba, la verdad», cuenta la mujer.",
            &["Ana Ruiz"],
        ),
        // Whoever has the office is another.
        (
            "it",
            "<p Anna Sala>, ricercatrice del museo, ha firmato il progetto. «Non ci credeva nessuno», dice la sindaca.",
            &["-"],
        ),
        // Whom a mayor visits and a judge asks is somebody else.
        (
            "de",
            "Bürgermeister <p Peter Maier> besuchte das Heim. „Wir warten seit Jahren“, klagte der Rentner.",
            &["-"],
        ),
        (
            "es",
            "La jueza <p Ana Ruiz> preguntó mucho. «No hice nada malo, se lo juro», dijo la mujer.",
            &["-"],
        ),
        // A woman without a name came in before.
        (
            "es",
            "<p Ana Ruiz> vio a una mujer en la calle. «No me lo esperaba, la verdad», cuenta la mujer.",
            &["-"],
        ),
    ]);
}

/// The reported clauses of a marked text in a language.
fn reported(language: &str, marked: &str) -> Vec<String> {
    let read = read_in(&lexicon(language), marked);
    read.quotes().into_iter().map(|(words, _, _)| words.to_owned()).collect()
}

#[test]
fn an_infinitive_of_the_past_is_reported() {
    for (language, marked, words) in [
        ("es", "<p Ana Ruiz> negó haber visto el informe.", "haber visto el informe"),
        ("it", "<p Aldo Neri> dice di non avere sentito niente.", "non avere sentito niente"),
        ("fr", "<p Luc Manse> assure l'avoir transmis à la mairie.", "l'avoir transmis à la mairie"),
        ("pt", "<p Rui Melo> diz ter sido avisado à noite.", "ter sido avisado à noite"),
    ] {
        assert_eq!(reported(language, marked), [words]);
    }
}

#[test]
fn that_may_stand_behind_an_aside_and_before_two_words() {
    for (language, marked, words) in [
        ("pt", "<o Defesa Civil> informou, por nota, que estuda o caso.", "estuda o caso"),
        ("es", "<o Caja Norte> alegó, en un escrito, que nadie la avisó.", "nadie la avisó"),
        ("pt", "<p Rui Melo> garante que não sabia.", "não sabia"),
    ] {
        assert_eq!(reported(language, marked), [words]);
    }
}

#[test]
fn the_given_name_tells_him_from_her_whatever_the_language() {
    check(&[
        (
            "de",
            "<p Anna Weber> und <p Karl Meier> wohnen seit Jahren hier. „Wir bleiben, solange es geht“, sagt sie.",
            &["Anna Weber"],
        ),
        (
            "nl",
            "<p Sanne Visser> en <p Jan Bakker> wonen hier al jaren. ‘Wij blijven zo lang het kan’, zegt hij.",
            &["Jan Bakker"],
        ),
        (
            "fr",
            "<p Jean-Luc Roche> et <p Marie Sorel> vivent ici. « On reste tant qu'on peut », dit-elle.",
            &["Marie Sorel"],
        ),
        // A man's name in Italian alone.
        (
            "it",
            "<p Andrea Corti> e <p Giulia Sala> vivono qui. «Restiamo finché si può», dice lui.",
            &["Andrea Corti"],
        ),
    ]);
}

#[test]
fn the_noun_and_its_article_tell_him_from_her() {
    let couple = "La violonchelista <p Olga Reyes> y el luthier <p Hugo Cano> viven aquí. «Solo toco \
                  los suyos», confiesa ella. «Y yo se los afino», replica él.";
    check(&[
        ("es", couple, &["Olga Reyes", "Hugo Cano"]),
        (
            "de",
            "Die Cellistin <p Olga Fuchs> und der Bäcker <p Udo Karl> leben hier. „Ich spiele nur Bach“, sagt sie.",
            &["Olga Fuchs"],
        ),
    ]);
}

#[test]
fn a_verb_of_saying_may_open_the_sentence() {
    check(&[
        ("es", "<p Ana Sala> llegó tarde. Explicó que el tren había fallado.", &["Ana Sala"]),
        ("it", "<p Anna Sala> è amareggiata. Racconta che il treno era fermo.", &["Anna Sala"]),
        ("pt", "<p Ana Sales> chegou tarde. Contou que o trem tinha parado.", &["Ana Sales"]),
    ]);
}

#[test]
fn a_reported_clause_is_one() {
    let words = |language, marked| quotes(language, marked).into_iter().map(|q| q.0).collect::<Vec<_>>();
    assert!(words("es", "La abogada <p Rita Vasco>, que defiende a la familia, llegó tarde.").is_empty());
    let hostal = "Según <p Ana Sala>, directora del museo, la obra acabará en mayo.";
    assert_eq!(words("es", hostal), ["la obra acabará en mayo"]);
    let ruiz = "Según <p Pedro Nani>, la presidenta, <p Ana Ruiz>, no dijo la verdad.";
    assert_eq!(words("es", ruiz), ["la presidenta, Ana Ruiz, no dijo la verdad"]);
    assert_eq!(
        words("nl", "<p Sara Dorp> legde uit dat de school weer opengaat."),
        ["de school weer opengaat"]
    );
    assert_eq!(words("de", "<p Sara Dorn> erklärte, die Schule öffne bald."), ["die Schule öffne bald"]);
    let deich = "Der Damm sei seit Langem marode, so Deichgräber <p Adam Mull>.";
    assert_eq!(words("de", deich), ["Der Damm sei seit Langem marode"]);
}

#[test]
fn two_words_may_be_speech() {
    check(&[
        ("es", "—Dos minutos —responde <p Pedro Nani>, el técnico.", &["Pedro Nani"]),
        ("fr", "– Il en reste ? demande <p Pierre Nani>.", &["Pierre Nani"]),
        (
            "nl",
            "‘De netten zijn kapot van roest en mos’, zegt <p Nino Berg>. ‘Alles rot.’",
            &["Nino Berg", "Nino Berg"],
        ),
    ]);
}

#[test]
fn a_pronoun_is_nobody_who_comes_after_it() {
    let plume = "Tout cela par la plume de <p Jean Vautrin> dans son dernier roman, Retour au moulin (1). Lorsqu’il apprend la \
        fermeture de certains de ses ateliers, il commence à s’interroger sur le sens de sa vie.";
    let found = quotes("fr", plume);
    assert!(found.iter().all(|(_, who)| who.as_deref().is_none_or(|who| who == "Jean Vautrin")), "{found:?}");
}

#[test]
fn a_verb_of_several_is_no_single_person_s() {
    check(&[
        ("es", "<p Hugo Barri> llegó tarde. Calculan que habrá siete mil personas.", &["-"]),
        ("es", "<p Hugo Barri> llegó tarde. Calcula que habrá siete mil personas.", &["Hugo Barri"]),
        ("es", "<p Hugo Barri> llegó tarde. Han dicho que habrá más gente.", &["-"]),
        ("it", "<p Aldo Neri> è arrivato tardi. Avvertono che il titolo è caro.", &["-"]),
        ("it", "<p Aldo Neri> è arrivato tardi. Avverte che il titolo è caro.", &["Aldo Neri"]),
        ("pt", "<p Rui Gomes> chegou tarde. Garantem que a obra acaba em maio.", &["-"]),
        ("pt", "<p Rui Gomes> chegou tarde. Garante que a obra acaba em maio.", &["Rui Gomes"]),
    ]);
}

#[test]
fn the_mood_of_a_verb_goes_on_with_what_was_reported() {
    check(&[
        (
            "de",
            "<p Jana Nowak> warnte, dass alles teurer wird. Hier seien Aufschläge verlangt worden.",
            &["Jana Nowak", "Jana Nowak"],
        ),
        ("de", "<p Mira Sabl> widersprach: Ihr Mandant sei kein Betrüger.", &["Mira Sabl"]),
        // What somebody is accused of, hears or is told is not what they say.
        ("de", "<p Udo Karl> ist angeklagt: Er habe das Geld gestohlen.", &[]),
        ("de", "<p Udo Karl> bekam Post vom Amt: Er müsse das Haus räumen.", &[]),
        // Whoever caught him says so.
        ("de", "<p Udo Karl> wurde am Abend gefasst: Er habe das Geld gestohlen.", &[]),
        ("de", "<p Udo Karl> fürchtet, dass es regnet. Ob er bleibe, fragte <p Mira Sabl>.", &["Udo Karl"]),
        ("de", "<p Udo Karl> und <p Mira Sabl> streiten: Es gebe kein Geld mehr.", &[]),
    ]);
}
