//! Interviews in every form: answers without marks, behind letters, in quotation marks; and what looks like one.

use super::read_in;
use super::stories::lexicon;

/// Who says what in a marked text of a language.
fn speakers(language: &str, lines: &[&str]) -> Vec<String> {
    let read = read_in(&lexicon(language), &lines.join("\n\n"));
    let who = |(_, who, _): (&str, Option<&str>, bool)| who.unwrap_or("-").to_owned();
    read.quotes().into_iter().map(who).collect()
}

#[test]
fn answers_without_marks_are_the_guest_s() {
    let german = [
        "<p Anna Sorg> leitet das Wasserwerk. Ein Gespräch über trockene Brunnen.",
        "Frau Sorg, was sagen Ihre Brunnen?",
        "So tief wie nie. Ich habe das in zwanzig Jahren nicht erlebt.",
        "Die Stadt sagt, es reiche bis zum Herbst.",
        "Das hoffe ich auch.",
        "Und wenn nicht?",
        "Dann drehen wir den Brunnen am Markt ab.",
        "Was raten Sie den Gärtnern?",
        "Geduld. Und eine Tonne unter der Rinne.",
    ];
    let said = ["Anna Sorg", "-", "Anna Sorg", "Anna Sorg", "Anna Sorg"];
    assert_eq!(speakers("de", &german), said);
    let english = [
        "<p Anna Sorg> runs the waterworks. We met <p Sorg> by a dry well.",
        "How low is the water?",
        "As low as ever. I have not seen that in twenty years.",
        "Will it last until autumn?",
        "I hope so.",
        "It rains a lot in spring, though.",
        "What will you do if it does not?",
        "Then we turn off the fountain.",
        "What do you tell gardeners?",
        "Be patient.",
    ];
    assert_eq!(speakers("en", &english), ["Anna Sorg"; 4]);
}

#[test]
fn questions_of_readers_and_of_writers_make_no_interview() {
    let readers = [
        "<p Anna Sorg> leitet das Wasserwerk. Was die Stadt jetzt wissen muss.",
        "Kann ich noch duschen?",
        "Ja, das Wasser reicht bis zum Herbst.",
        "Müssen wir das Wasser abkochen?",
        "Nein, wir haben beim Werk gefragt.",
        "Darf ich den Garten gießen?",
        "Nur abends.",
        "Wer zahlt meine Rechnung?",
        "Die Versicherung.",
    ];
    assert!(speakers("de", &readers).is_empty());
    let writer = [
        "<p Anna Sorg> has turned off the fountain.",
        "Why do I care?",
        "I grew up beside it.",
        "Children played there. Nobody paid.",
        "Can we have it back?",
        "I doubt it.",
    ];
    assert!(speakers("en", &writer).is_empty());
    let guide = [
        "Gerüchte um das neue Telefon, gesammelt von <p Jon Prosch>.",
        "Kommt es ohne Rand?",
        "Das haben wir schon berichtet.",
        "Mit neuem Glas?",
        "Uns gefällt es.",
        "Wollen Sie noch warten?",
        "Wir nicht.",
        "Ein Stück billiger?",
        "Wohl kaum.",
    ];
    assert!(speakers("de", &guide).is_empty());
}

#[test]
fn guides_reviews_and_lists_of_devices_make_no_interview() {
    let advice = [
        "<p Anna Sorg> has a new law for boilers.",
        "Do you have to replace your boiler?",
        "No, but ask us. I would look at your papers first.",
        "What does it cost you?",
        "I paid nothing. You may, too.",
        "Can you wait?",
        "Yes, you can. I did.",
        "Where do you ask?",
        "At the town hall.",
    ];
    assert!(speakers("en", &advice).is_empty());
    let review = [
        "A telephone that I keep",
        "<p Anna Sorg> has shown a new telephone.",
        "Should you buy it?",
        "Not if yours works. I have used it for a week.",
        "How long does your charge last?",
        "I got a day out of it.",
        "Do you need the case?",
        "I dropped it twice without one.",
        "What will you pay?",
        "Too much.",
    ];
    assert!(speakers("en", &review).is_empty());
    let things = [
        "<o Nortel> ruft Geräte zurück. Die Antworten.",
        "Welche Geräte sind betroffen?",
        "Alle aus diesem Jahr.",
        "Wer ersetzt sie?",
        "Der Händler.",
        "Wie lange dauert das?",
        "Drei Wochen, meldet mir das Werk.",
        "Was kostet es?",
        "Nichts, sagte man uns.",
    ];
    assert!(speakers("de", &things).is_empty());
}

#[test]
fn a_letter_with_a_stop_opens_a_turn() {
    let spanish = [
        "<p Ana Ruiz>, directora del museo, recibe a este diario.",
        "P. ¿Cuántos visitantes esperan?",
        "R. Más que nunca, espero.",
        "P. ¿Y si llueve?",
        "R. Entonces vendrán todavía más.",
    ];
    assert_eq!(speakers("es", &spanish), ["-", "Ana Ruiz", "-", "Ana Ruiz"]);
    let french =
        ["M. <p Luc Manse> est parti.", "A. <p Sorel> reste.", "M. <p Manse> rit.", "A. <p Sorel> dort."];
    assert!(speakers("fr", &french).is_empty());
}

#[test]
fn quoted_answers_are_the_guest_s_whoever_the_question_names() {
    let italian = [
        "<p Rosa Corvaia> sbuccia fave nella cucina della sua locanda.",
        "Dicono che sia stato un colpo di teatro.",
        "«Lo dicono quelli che non hanno mai pagato uno stipendio».",
        "Suo padre che cosa ne pensa?",
        "«Gli ho detto: “Assaggia e poi rispondi”».",
        "Suo marito <p Carmelo> sostiene che lei non cucini mai.",
        "«Racconta bugie, il brodo lo faccio io».",
        "E adesso?",
        "«Adesso si dorme, finalmente».",
    ];
    let found = speakers("it", &italian);
    let rosa = "Rosa Corvaia";
    assert_eq!(found, ["-", rosa, rosa, "Carmelo", rosa, rosa]);
}
