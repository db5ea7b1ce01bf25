//! The classes that a list of words puts its words in.

use crate::language::list::classes;

/// A class of words; classes are joined by `|`. There is room for 128.
pub type Class = u128;

classes! { Class:
    /// Articles and other words that open a noun phrase.
    OPENER "opener",
    PREPOSITION "preposition",
    PRONOUN "pronoun",
    AUXILIARY "auxiliary",
    /// Conjunctions and adverbs that are never part of a title.
    CONNECTIVE "connective",
    /// Common verb forms that no ending gives away.
    IRREGULAR "irregular",
    /// Participles that stand before nouns.
    ADJECTIVE "adjective",
    /// Days, months, 'week'.
    TIME "time",
    /// Forms of 'say' and 'tell', which open a clause with or without 'that'.
    PLAIN "plain",
    /// Verbs that report a clause.
    REPORTING "reporting",
    /// Verbs for what somebody holds, hopes, fears: they report a clause of persons and bodies only.
    BELIEVING "believing",
    /// Verbs that only go with quoted words.
    QUOTING "quoting",
    /// Those of them that stand after the quoted words: ', X asked.'
    TAGGING "tagging",
    /// Those whose object is told or asked.
    TELLING "telling",
    /// Forms that tell of others' words: 'read', 'heard', 'found'.
    PERCEIVING "perceiving",
    /// Those that answer who spoke before.
    REPLYING "replying",
    /// Contractions with a finite verb.
    FINITE "finite",
    /// 'Mr', 'Sir': never a role.
    ADDRESS "address",
    /// Titles written short: 'Sen', 'Lt'.
    SHORT "short",
    /// Titles to cut from the span of a name.
    CUT "cut",
    /// Nouns for what somebody is or does.
    ROLE "role",
    /// Those of them that only say how somebody stands to another.
    RELATION "relation",
    /// Words before a title or slogan in quotation marks.
    NAMING "naming",
    /// Forms of verbs that are as often nouns: 'report', 'claims'.
    AMBIGUOUS "ambiguous",
    /// Prepositions that hang a name on the noun before it: 'spokesman for'.
    LINKING "linking",
    /// Nouns for organisations that a text refers back with: 'the ministry'.
    BODY "body",
    /// Texts that speak for whoever issued them: 'the statement'.
    DOCUMENT "document",
    /// Nouns for any organisation: 'the company' is the one named around here.
    COMPANY "company",
    /// Words for a kind of body, so that 'X' and 'X Committee' are two.
    INSTITUTION "institution",
    /// Those of them that may be left out: 'Yale' for 'Yale University'.
    KEPT "kept",
    /// Words after a company's name that its short form leaves out.
    TAIL "tail",
    /// Last words of the names of newspapers, which stand for the whole.
    PAPER "paper",
    /// Words after the name of a place that its short form leaves out.
    REGION "region",
    /// Nouns for what a place is: 'town', 'island'.
    SETTLEMENT "settlement",
    /// Nouns for what a company or group is, besides [`BODY`]: 'maker', 'giant'.
    ENTERPRISE "enterprise",
    /// Other nouns for somebody: 'pupil', 'witness'.
    HUMAN "human",
    /// Kinship: the name beside it is a person's.
    FAMILY "family",
    /// Offices of one holder at a time, who is called by them: 'the governor'.
    POST "post",
    ARTICLE "article",
    /// Forms of auxiliaries that make no clause: 'been'.
    NONFINITE "nonfinite",
    /// Past forms.
    PAST "past",
    /// Forms such as 'saying', whose subject is that of the verb before.
    PARTICIPLE "participle",
    /// What a longer word for what somebody is or does often ends with.
    LIKE_ROLE "like role",
    /// Words with such an ending that say something else, or too little.
    NO_ROLE "no role",
    /// What participles often end with that stand behind a name like a noun.
    LIKE_PARTICIPLE "like participle",
    /// Nouns that only a man is called by.
    MALE "male",
    /// Nouns that only a woman is called by.
    FEMALE "female",
    /// 'he' in all cases.
    HE "he",
    /// 'she' in all cases.
    SHE "she",
    /// The definite article of one.
    THE "the",
    AND "and",
    /// What opens a reported clause.
    THAT "that",
    /// Words that hang an owner on a noun and are no prepositions: 'der' of 'Sprecher der Polizei'.
    GENITIVE "genitive",
    /// 'who', 'which'.
    RELATIVE "relative",
    /// Personal pronouns that are subjects.
    SUBJECT "subject",
    /// Those of them who are the writer or the reader.
    FIRST "first",
    /// Those for a person who is spoken of, in all cases but the genitive.
    PERSON "person",
    /// Those for something that is spoken of.
    THING "thing",
    /// 'his', 'its'.
    POSSESSIVE "possessive",
    /// Before a verb with which the subject is that of the verb before it.
    SHARING "sharing",
    /// Words between subject and verb.
    ADVERB "adverb",
    /// What an adverb often ends with, and words that do and are none.
    LIKE_ADVERB "like adverb",
    NO_ADVERB "no adverb",
    /// What a plural often ends with, and endings that do and are none.
    LIKE_PLURAL "like plural",
    NO_PLURAL "no plural",
    /// Words before a day: 'late', 'last'.
    EARLY "early",
    /// Words that open an adverbial at the start of a sentence.
    LEADING "leading",
    /// What a clause that hangs on another begins with.
    SUBORDINATE "subordinate",
    /// Base forms of verbs of saying.
    BASE "base",
    /// Verbs whose object is told, before what it is told.
    TOLD "told",
    /// Those with which it may be left out.
    WARNING "warning",
    /// Forms of 'be' that make a passive.
    BE "be",
    NEGATION "negation",
    /// Nouns for who speaks for a body.
    SPOKES "spokes",
    /// Words that say whose words a sentence is: 'según', 'laut'.
    SOURCE "source",
    /// Nouns that do so with a preposition before or behind them: 'according', 'Angaben'.
    SOURCE_NOUN "source noun",
    /// What stands between such a noun and the name.
    SOURCE_LINK "source link",
    /// Words of that kind that stand behind the name: 'zufolge'.
    SOURCE_BEHIND "source behind",
    /// Words that do so right behind the words themselves: 'so', 'aldus'.
    SOURCE_TAG "source tag",
    /// Nouns by which a text goes on about a person it has named: 'la regidora', 'der Kroate'.
    STANDIN "stand-in",
    /// Words before a verb of saying that make a sentence that of its subject: 'wie', 'como'.
    SO "so",
    /// Verb forms that mark reported speech by themselves: 'sei', 'habe'.
    SUBJUNCTIVE "subjunctive",
    /// 'is', 'was', 'became' between a name and its role.
    COPULA "copula",
    /// 'as' before a role.
    AS "as",
    /// Words after which it says what somebody is or was.
    SERVING "serving",
    /// Prepositions that open a complement, but not before a time.
    DATING "dating",
    /// Those that open an adjunct and never a complement: 'after', 'as'.
    ADJUNCT "adjunct",
    /// Nouns for a moment, with a clause behind them: 'the day X died'.
    MOMENT "moment",
    /// Links between a role and what it is a role of.
    HANGING "hanging",
    /// Prepositions between a noun for somebody and what it belongs to.
    OWNING "owning",
    /// Those of them that stand between a title and a body's name.
    NAMED_BY "named by",
    /// Auxiliaries that put a verb of saying into a reported clause.
    EMBEDDING "embedding",
    /// Words that do not stand inside a subject.
    CUTTING "cutting",
    OF "of",
    /// Links that make a role an office of something.
    OFFICE "office",
    /// Object forms and the like that say little about who is meant.
    OBJECT "object",
    /// Words in small letters before a title in capitals.
    PREFIX "prefix",
    /// More than 'a' that stands before a noun: 'her', 'another'.
    DETERMINER "determiner",
    /// Persons or bodies, in the plural or of no number: 'police'.
    SOMEBODY "somebody",
    /// Endings of a word that is one with the next: 'l'', 'dell''.
    ELIDED "elided",
    /// Legal forms, which say nothing about which company it is: 'inc'.
    LEGAL_FORM "legal form",
    /// Small words inside the names of people: 'van', 'bin'.
    PARTICLE "particle",
    /// Those inside the names of places: 'Braunau am Inn'.
    PLACE_PARTICLE "place particle",
    /// Short forms whose stop is part of a name: 'Jr.'.
    STOPPED "stopped",
    /// Honours and offices in capitals behind a name.
    HONOUR "honour",
    /// Degrees behind a name and a comma.
    DEGREE "degree",
    COMPASS "compass",
    /// Last words of places that are seldom surnames.
    LANDFORM "landform",
    /// Prepositions before the place where something is.
    WHERE "where",
    /// Members of parties: no names of an actor.
    PARTISAN "partisan",
    /// Offices that are nobody's name.
    BARE_OFFICE "bare office",
    /// Titles that are cut from the end of a body's name: 'House Speaker'.
    TRAILING_TITLE "trailing title",
    PLANET "planet",
    /// Nouns behind the name of a company: 'Alibaba shares'.
    OF_COMPANY "of company",
    /// Second halves of compounds with a name: 'London-born'.
    COMPOUNDING "compounding",
    /// Words before what somebody is, is not or was: 'became the president'.
    PREDICATING "predicating",
    /// Determiners of one of several.
    INDEFINITE "indefinite",
    /// Words before an office that make it another one: 'vice president'.
    LOWER "lower",
    /// Words that a clause begins with, before its subject.
    CLAUSE "clause",
    /// Verbs of saying before 'to' and what somebody will do: 'vowed to'.
    VOWING "vowing",
    /// Those of them that something may do, too: 'the storm threatened to'.
    THREATENING "threatening",
    /// Verbs before whoever is to do something: 'urged X to'.
    URGING "urging",
    /// Those before somebody and 'of': 'accused X of'.
    ACCUSING "accusing",
    /// Those before something and 'as': 'described X as'.
    DESCRIBING "describing",
    /// Those before a question: 'wondered whether'.
    WONDERING "wondering",
    /// Verbs whose subject is that of the 'to' behind them, too: 'went on to say'.
    CONTROL "control",
    /// What any reported question begins with: 'whether'.
    QUESTION "question",
    /// What only those behind [`WONDERING`] begin with: 'who'.
    OPEN_QUESTION "open question",
}

/// Words of the grammar: never part of a title.
pub const CLOSED: Class = OPENER | PREPOSITION | PRONOUN | AUXILIARY | CONNECTIVE;

/// Forms of verbs that report a clause: 'said', 'announced'.
pub const REPORTS: Class = PLAIN | REPORTING | BELIEVING;

/// Forms that report something else than a clause: what somebody will or should do, is or asks.
pub const COMPLEMENTED: Class = VOWING | URGING | ACCUSING | DESCRIBING | WONDERING;

/// Forms that say who said or wrote quoted words.
pub const SAYING: Class = REPORTS | QUOTING | COMPLEMENTED;

/// Forms that stand beside quoted words: '," X asked.'
pub const TAGS: Class = PLAIN | REPORTING | TAGGING;

/// Titles and forms of address at the start of a person's span, no part of the name.
pub const TITLES: Class = ADDRESS | SHORT | CUT;

/// The classes whose words are hardly ever names: those from the first to the last of a vocabulary, not
/// endings and single words of the grammar.
pub const VOCABULARY: Class = (POST << 1) - 1;
