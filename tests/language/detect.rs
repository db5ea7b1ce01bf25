//! English told from other languages by its function words.

use copydesk::language::detect::is_english;

const ENGLISH: &str = "The harbour master said on Tuesday that the ferry, which had been late for most of the \
    winter, would sail again as soon as the wind had dropped, and that nobody who had bought a ticket would be \
    left on the pier. It was the third promise of its kind, and the islanders were not all convinced.";
const GERMAN: &str = "Der Hafenmeister sagte am Dienstag, die Fähre, die den größten Teil des Winters zu spät war, \
    werde wieder fahren, sobald der Wind nachlasse, und niemand, der eine Karte gekauft habe, werde am Kai \
    stehen bleiben. Es war das dritte Versprechen dieser Art, und nicht alle auf der Insel waren überzeugt.";
const SPANISH: &str = "El capitán del puerto dijo el martes que el transbordador, que había llegado tarde casi todo \
    el invierno, volvería a navegar en cuanto amainara el viento, y que nadie que hubiera comprado un billete se \
    quedaría en el muelle. Era la tercera promesa de este tipo, y no todos en la isla estaban convencidos.";
const RUSSIAN: &str = "Начальник порта сказал во вторник, что паром, который опаздывал почти всю зиму, снова пойдёт, \
    как только утихнет ветер, и что никто из купивших билет не останется на причале. Это было третье такое \
    обещание, и не все на острове поверили, что на этот раз его сдержат, хотя погода стала лучше и спокойнее.";

#[test]
fn prose_is_told_apart() {
    assert!(is_english(ENGLISH));
    for other in [GERMAN, SPANISH, RUSSIAN] {
        assert!(!is_english(other), "{other}");
    }
}

#[test]
fn a_headline_counts_as_english_unless_its_letters_say_no() {
    assert!(is_english("Ferry returns to Tarn Sound"));
    assert!(is_english(""));
    assert!(!is_english("Паром снова ходит"));
    assert!(!is_english("渡轮恢复航行"));
}

#[test]
fn a_few_foreign_names_do_not_matter() {
    assert!(is_english(&format!(
        "{ENGLISH} Łukasz Wójcik and Zoë Åkesson, of Malmö, agreed with the others."
    )));
}
