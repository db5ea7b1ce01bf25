//! Words that rules ask for one by one, where a class would say too much: each marks one construction.

/// Lists the markers by the names that the list of words has.
macro_rules! markers {
    ($($(#[$doc:meta])* $marker:ident $name:literal,)*) => {
        /// The one construction that a word marks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum Marker {
            /// None that a rule asks for.
            #[default]
            Unmarked,
            $($(#[$doc])* $marker,)*
        }

        /// All markers and their names in the list.
        pub const MARKERS: &[(&str, Marker)] = &[$(($name, Marker::$marker)),*];
    };
}

markers! {
    /// Before the verb that somebody is to do: 'vowed to fight'.
    To "to",
    /// Before whoever does it: 'was told by'.
    By "by",
    /// Where something is: 'an analyst at', 'the University of Texas at Austin'.
    At "at",
    /// Whom something is for: 'called for a truce to'.
    For "for",
    /// What something is about: 'claims in'.
    In "in",
    /// Whom something comes from: 'praise from X'.
    From "from",
    /// Whom somebody calls on.
    On "on",
    /// Whom somebody pleads or deals with.
    With "with",
    /// What opens a clause against the one before it.
    But "but",
    /// What opens a clause on a person: 'a man who'.
    Who "who",
    /// The same of no subject: 'a man whose'.
    Whose "whose",
    /// What opens a clause on a thing.
    Which "which",
    /// What belongs to a thing or body.
    Its "its",
    /// Departments of a government, which may be turned round: 'Health Ministry'.
    Ministry "ministry",
    /// Forms of verbs whose subject is several: 'have', 'are'.
    Plural "plural verb",
    /// What those of verbs end with that need no subject: 'aseguran'.
    Several "several",
    /// First words of a post in a company: 'chief executive', and the last.
    Board "board",
    BoardPost "board post",
    /// How clergy are styled, and the word before that: 'the Right Reverend'.
    Style "style",
    BeforeStyle "before style",
    /// A title that stands behind another: 'Rev. Dr.'.
    Doctor "doctor",
    /// What one of several is: 'one of the', 'another of the'.
    One "one",
    /// What points to something without a noun: 'This appears to'.
    This "this",
    /// What makes a superlative, and a number open: 'the most decisive', 'at least 60'.
    Superlative "superlative",
    /// 'pointed out that'
    Out "out",
    /// 'said there was'
    There "there",
    /// Determiners that are subjects as often: 'some claim', not 'some claims'.
    Standing "standing alone",
    /// Prepositions between those who deal with each other: 'between X and', 'against X'.
    Party "party",
    /// Verbs for giving others' words: 'quotes X as saying'.
    Citing "citing",
    /// Verbs whose object stands behind a preposition: 'called on X to'.
    Calling "calling",
    /// Verbs of telling to do whose object may be a thing: 'ordered 40 trains to'.
    Ordering "ordering",
    /// Words before 'to' by which nothing is said: 'declined to say'.
    Declining "declining",
    /// What says how often or when somebody is called, or what is called for them: 'called X a second time'.
    Counting "counting",
    /// Verbs that report with a feeling for an object: 'expressed hope that'.
    Feeling "feeling",
    /// Base forms that writers use of their own text: 'to add that'.
    Adding "adding",
    /// Prepositions before a number: 'about 300'.
    Measuring "measuring",
    /// Prepositions that may open what is said: 'said despite the rain it went on'.
    Despite "despite",
    /// Adverbs before a clause that goes on against the one before: 'however'.
    Turn "turn",
    /// 'pleaded guilty'
    Plea "plea",
    /// Verbs of what is written or sung, before a mark and its words: 'it read: "..."'.
    Reading "reading",
    /// What speaks for whoever it is of: 'the governor's office'.
    Office "office of",
    /// Words for all of a police force or council behind the names of two places.
    Force "force",
    /// What is none of an actor's, behind its name: 'the Nifty Bank index'.
    Index "index",
    /// Nouns before the name of an operation or a storm.
    Event "named event",
    /// Parts of a company that are of it: 'shares of X'.
    Stock "stock",
    /// Behind a person's name, for one of several of it: 'Jr.'. Of names in any language.
    Generation "generation",
    /// Given names that are written short before a stop: 'Chr.'. Of names in any language.
    Clipped "clipped",
    /// First words of the names of clubs: 'Dynamo', 'Real'. Of names in any language.
    Club "club",
    /// Small words in names, which acronyms leave out. Of names in any language.
    Small "small",
    /// How somebody speaks of themselves: 'I', 'my', 'us'.
    Mine "mine",
    /// How whoever is spoken to is addressed, where some forms have a capital: 'you', 'Ihr'.
    Yours "yours",
    /// Articles before a name, which is the same without them. Of names in any language.
    NameArticle "article of a name",
    /// What an infinitive of the past begins with: 'haber llegado'.
    Having "having",
    /// A given name that only men have, and one that only women have.
    HisName "his name",
    HerName "her name",
    /// Before the river that a place lies on: 'Aue am Bach'. Of names in any language.
    River "river",
    /// 'und' inside a name. Of names in any language.
    Joining "joining",
    /// What only a town or village has: 'the mayor of'.
    Civic "of a town",
    /// Chambers that are called by that alone: 'the Senate'. Of names in any language.
    Chamber "chamber",
    /// What makes another place of a place: 'Oklahoma City'. Of names in any language.
    City "city",
    /// Parts of the world in the names of companies: 'Nissan North America'. Of names in any language.
    Continent "part of the world",
}
