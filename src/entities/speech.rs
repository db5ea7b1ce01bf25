//! Verbs of saying and writing.

/// Forms that open a clause with or without 'that': 'X said (that) it rained'.
const PLAIN: &[&str] = &["said", "say", "says", "saying", "told", "tells", "tell", "telling"];

/// Forms that report a clause after 'that', or where the next words clearly are one.
const REPORTING: &[&str] = &[
    "acknowledge",
    "acknowledged",
    "acknowledges",
    "acknowledging",
    "add",
    "added",
    "adding",
    "adds",
    "admit",
    "admits",
    "admitted",
    "admitting",
    "allege",
    "alleged",
    "alleges",
    "alleging",
    "announce",
    "announced",
    "announces",
    "announcing",
    "argue",
    "argued",
    "argues",
    "arguing",
    "assert",
    "asserted",
    "asserting",
    "asserts",
    "assured",
    "assures",
    "boasted",
    "caution",
    "cautioned",
    "cautioning",
    "cautions",
    "claim",
    "claimed",
    "claiming",
    "claims",
    "clarified",
    "commented",
    "complain",
    "complained",
    "complaining",
    "complains",
    "conceded",
    "concedes",
    "concluded",
    "concludes",
    "confirm",
    "confirmed",
    "confirming",
    "confirms",
    "contended",
    "contends",
    "declare",
    "declared",
    "declares",
    "declaring",
    "denied",
    "denies",
    "deny",
    "disclosed",
    "emphasised",
    "emphasized",
    "emphasizes",
    "emphasizing",
    "estimated",
    "explain",
    "explained",
    "explaining",
    "explains",
    "indicated",
    "indicates",
    "informed",
    "insist",
    "insisted",
    "insisting",
    "insists",
    "joked",
    "lamented",
    "maintained",
    "maintains",
    "mentioned",
    "note",
    "noted",
    "notes",
    "noting",
    "observed",
    "observes",
    "pledged",
    "pledges",
    "pointed",
    "posted",
    "predicted",
    "predicts",
    "proclaimed",
    "promised",
    "promises",
    "quipped",
    "reaffirmed",
    "recalled",
    "recalls",
    "reckons",
    "reiterated",
    "reiterates",
    "remarked",
    "repeated",
    "replied",
    "replies",
    "report",
    "reported",
    "reporting",
    "reports",
    "responded",
    "responds",
    "revealed",
    "reveals",
    "state",
    "stated",
    "states",
    "stating",
    "stress",
    "stressed",
    "stresses",
    "stressing",
    "suggest",
    "suggested",
    "suggesting",
    "suggests",
    "swore",
    "testified",
    "testifies",
    "tweeted",
    "tweeting",
    "tweets",
    "vowed",
    "vowing",
    "vows",
    "warn",
    "warned",
    "warning",
    "warns",
    "went",
    "write",
    "writes",
    "writing",
    "wrote",
];

/// Forms that only go with quoted words.
const QUOTING: &[&str] = &[
    "answered",
    "answers",
    "asked",
    "asking",
    "asks",
    "began",
    "chanted",
    "concluded",
    "continued",
    "continues",
    "cried",
    "exclaimed",
    "laughed",
    "mused",
    "opined",
    "pleaded",
    "posed",
    "read",
    "reads",
    "recounted",
    "reflected",
    "remembered",
    "screamed",
    "shouted",
    "shouting",
    "sighed",
    "thought",
    "thundered",
    "urged",
    "wondered",
    "whispered",
    "yelled",
    "yelling",
    "called",
    "calling",
    "calls",
    "described",
    "describes",
    "describing",
    "depicted",
    "depicts",
    "expressed",
    "cited",
    "citing",
    "quoted",
    "accused",
    "demanded",
    "praised",
    "criticised",
    "criticized",
    "blasted",
    "slammed",
];

/// A form of 'say' or 'tell'.
pub(super) fn is_plain(low: &str) -> bool {
    PLAIN.contains(&low)
}

/// A form that reports a clause.
pub(super) fn is_reporting(low: &str) -> bool {
    PLAIN.contains(&low) || REPORTING.contains(&low)
}

/// A form that says who said quoted words.
pub(super) fn is_speech(low: &str) -> bool {
    is_reporting(low) || QUOTING.contains(&low)
}

/// A form that quoted words stand beside without being in its clause: ', X said.'
pub(super) fn tags_quotes(low: &str) -> bool {
    is_reporting(low)
        || matches!(
            low,
            "answered"
                | "answers"
                | "asked"
                | "asks"
                | "began"
                | "continued"
                | "continues"
                | "concluded"
                | "cried"
                | "exclaimed"
                | "laughed"
                | "mused"
                | "opined"
                | "pleaded"
                | "read"
                | "reads"
                | "recounted"
                | "reflected"
                | "remembered"
                | "screamed"
                | "shouted"
                | "sighed"
                | "thought"
                | "urged"
                | "wondered"
                | "whispered"
                | "yelled"
                | "chanted"
        )
}

/// An '-ing' form, whose subject is that of the verb before it.
pub(super) fn is_participle(low: &str) -> bool {
    low.ends_with("ing") && is_speech(low)
}
