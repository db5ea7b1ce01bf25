//! Small closed classes of English words, and how to guess a verb without a parser.

/// Articles and other words that open a noun phrase.
const OPENERS: &[&str] = &[
    "a", "an", "another", "any", "both", "each", "either", "every", "her", "his", "its", "many", "my",
    "neither", "no", "one", "our", "several", "some", "that", "the", "their", "these", "this", "those",
    "two", "three", "your",
];

const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "according",
    "across",
    "after",
    "against",
    "along",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "below",
    "beside",
    "besides",
    "between",
    "beyond",
    "by",
    "despite",
    "during",
    "except",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "outside",
    "over",
    "per",
    "since",
    "than",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "unlike",
    "upon",
    "via",
    "with",
    "within",
    "without",
];

const PRONOUNS: &[&str] = &[
    "he",
    "her",
    "hers",
    "herself",
    "him",
    "himself",
    "i",
    "it",
    "itself",
    "me",
    "myself",
    "ourselves",
    "she",
    "them",
    "themselves",
    "they",
    "us",
    "we",
    "who",
    "whom",
    "whose",
    "which",
    "what",
    "you",
];

const AUXILIARIES: &[&str] = &[
    "am", "are", "be", "been", "being", "can", "cannot", "could", "did", "do", "does", "had", "has", "have",
    "having", "is", "may", "might", "must", "shall", "should", "was", "were", "will", "won't", "would",
];

const CONNECTIVES: &[&str] = &[
    "although",
    "and",
    "because",
    "but",
    "how",
    "however",
    "if",
    "meanwhile",
    "nor",
    "not",
    "or",
    "once",
    "so",
    "then",
    "though",
    "thus",
    "when",
    "where",
    "whereas",
    "whether",
    "while",
    "why",
    "yet",
    "also",
    "there",
    "here",
    "now",
    "today",
    "yesterday",
    "tomorrow",
    "later",
    "earlier",
    "again",
    "still",
    "even",
    "only",
    "just",
    "well",
    "too",
    "very",
    "more",
    "most",
    "much",
    "ago",
    "soon",
    "never",
    "always",
    "often",
    "instead",
    "together",
];

/// Past and present forms of common verbs that no ending gives away.
const IRREGULAR: &[&str] = &[
    "aims",
    "appears",
    "asks",
    "beat",
    "became",
    "become",
    "becomes",
    "began",
    "begin",
    "begins",
    "bought",
    "bring",
    "brought",
    "built",
    "came",
    "chose",
    "come",
    "comes",
    "cut",
    "drew",
    "drove",
    "faces",
    "fell",
    "felt",
    "fled",
    "flew",
    "found",
    "gave",
    "get",
    "gets",
    "give",
    "gives",
    "go",
    "goes",
    "got",
    "grew",
    "heard",
    "held",
    "hit",
    "joins",
    "kept",
    "knew",
    "know",
    "laid",
    "leads",
    "leaves",
    "led",
    "left",
    "lives",
    "look",
    "looks",
    "lost",
    "made",
    "make",
    "makes",
    "meant",
    "meet",
    "meets",
    "met",
    "need",
    "needs",
    "paid",
    "plans",
    "put",
    "quit",
    "quits",
    "ran",
    "rose",
    "runs",
    "sang",
    "sat",
    "saw",
    "see",
    "seeks",
    "seems",
    "seen",
    "sees",
    "sent",
    "serves",
    "set",
    "shook",
    "shot",
    "showed",
    "shows",
    "sold",
    "spent",
    "spoke",
    "stood",
    "struck",
    "take",
    "takes",
    "taught",
    "think",
    "thinks",
    "thought",
    "threw",
    "told",
    "took",
    "tries",
    "understood",
    "urges",
    "visits",
    "want",
    "wants",
    "went",
    "won",
    "wore",
    "works",
    "wrote",
];

/// Participles that stand before nouns as adjectives.
const ADJECTIVES: &[&str] = &[
    "accused",
    "acclaimed",
    "accomplished",
    "acting",
    "alleged",
    "appointed",
    "aspiring",
    "beloved",
    "celebrated",
    "certified",
    "commanding",
    "convicted",
    "decorated",
    "departing",
    "deposed",
    "designated",
    "disgraced",
    "disputed",
    "distinguished",
    "elected",
    "embattled",
    "established",
    "exiled",
    "experienced",
    "founding",
    "governing",
    "incoming",
    "investigating",
    "jailed",
    "launched",
    "leading",
    "licensed",
    "managing",
    "marketing",
    "naked",
    "noted",
    "opposing",
    "ousted",
    "outgoing",
    "presiding",
    "reigning",
    "renowned",
    "respected",
    "retired",
    "retiring",
    "rising",
    "ruling",
    "seasoned",
    "self-described",
    "self-proclaimed",
    "serving",
    "sitting",
    "so-called",
    "suspected",
    "surviving",
    "training",
    "trusted",
    "united",
    "visiting",
    "wanted",
    "wounded",
    "banking",
    "boxing",
    "cycling",
    "engineering",
    "mining",
    "nursing",
    "racing",
    "shipping",
    "housing",
    "accounting",
    "manufacturing",
    "consulting",
    "advertising",
    "publishing",
    "building",
    "planning",
    "limited",
    "associated",
    "unified",
    "federated",
    "red",
    "wing",
    "king",
    "beijing",
    "sterling",
    "during",
];

const TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "week",
    "weekend",
    "month",
    "year",
    "night",
    "morning",
    "afternoon",
    "evening",
];

pub(super) fn is_opener(low: &str) -> bool {
    OPENERS.contains(&low)
}

pub(super) fn is_article(low: &str) -> bool {
    matches!(low, "a" | "an" | "the" | "another")
}

pub(super) fn is_preposition(low: &str) -> bool {
    PREPOSITIONS.contains(&low)
}

pub(super) fn is_pronoun(low: &str) -> bool {
    PRONOUNS.contains(&low)
}

pub(super) fn is_auxiliary(low: &str) -> bool {
    AUXILIARIES.contains(&low)
}

/// A day, a month, or a word such as 'week'.
pub(super) fn is_time(low: &str) -> bool {
    TIMES.contains(&low)
}

/// Whether a word belongs to a closed class: it is never part of a title.
pub(super) fn is_closed(low: &str) -> bool {
    is_opener(low)
        || is_preposition(low)
        || is_pronoun(low)
        || is_auxiliary(low)
        || CONNECTIVES.contains(&low)
}

/// Whether a lower-case word is probably a finite verb or participle.
pub(super) fn looks_like_verb(low: &str) -> bool {
    if is_auxiliary(low) || super::speech::is_speech(low) || IRREGULAR.contains(&low) {
        return true;
    }
    (low.ends_with("ed") || low.ends_with("ing")) && low.len() > 4 && !ADJECTIVES.contains(&low)
}

/// Whether a word makes a clause of what follows: an auxiliary or a finite verb, no participle.
pub(super) fn is_finite(low: &str) -> bool {
    is_auxiliary(low) && !matches!(low, "be" | "been" | "being" | "having")
        || IRREGULAR.contains(&low)
        || matches!(
            low,
            "'re"
                | "'ve"
                | "'ll"
                | "'d"
                | "'m"
                | "n't"
                | "isn't"
                | "wasn't"
                | "aren't"
                | "weren't"
                | "don't"
                | "doesn't"
                | "didn't"
                | "hasn't"
                | "haven't"
                | "hadn't"
                | "can't"
                | "couldn't"
                | "wouldn't"
                | "shouldn't"
        )
        || low.ends_with("ed") && low.len() > 4 && !ADJECTIVES.contains(&low)
}
