//! The tags and attributes that the engine knows by name; all others are [`Tag::Other`] or left out.

macro_rules! names {
    ($(#[$doc:meta])* $enum:ident { $($(#[$vdoc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $enum { $(#[doc = concat!("`", $name, "`")] $variant,)*
            /// Any other name.
            Other,
        }

        impl $enum {
            /// The variant of a lower-case name; `Other` for a name that is not known.
            pub fn of(name: &str) -> $enum {
                match name { $($name => $enum::$variant,)* _ => $enum::Other }
            }

            /// The name in lower case; "" for `Other`.
            pub fn as_str(self) -> &'static str {
                match self { $($enum::$variant => $name,)* $enum::Other => "" }
            }
        }
    };
}

names! {
    /// An element's tag.
    Tag {
        A = "a", Abbr = "abbr", Address = "address", AmpAudio = "amp-audio", AmpBrightcove = "amp-brightcove",
        AmpDailymotion = "amp-dailymotion", AmpFacebook = "amp-facebook", AmpIframe = "amp-iframe",
        AmpImg = "amp-img", AmpInstagram = "amp-instagram", AmpTiktok = "amp-tiktok", AmpTwitter = "amp-twitter",
        AmpVideo = "amp-video", AmpVimeo = "amp-vimeo", AmpYoutube = "amp-youtube", Article = "article", Aside = "aside",
        Audio = "audio", B = "b", Base = "base", Bdi = "bdi", Bdo = "bdo", Blockquote = "blockquote", Body = "body",
        Br = "br", Button = "button", Canvas = "canvas", Caption = "caption", Center = "center", Cite = "cite",
        Code = "code", Col = "col", Colgroup = "colgroup", Data = "data", Datalist = "datalist", Dd = "dd",
        Del = "del", Details = "details", Dfn = "dfn", Dialog = "dialog", Div = "div", Dl = "dl", Dt = "dt",
        Em = "em", Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure",
        Font = "font", Footer = "footer", Form = "form", Frame = "frame", Frameset = "frameset",
        H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header",
        Hgroup = "hgroup", Hr = "hr", Html = "html", I = "i", Iframe = "iframe", Img = "img", Input = "input",
        Ins = "ins", Kbd = "kbd", Label = "label", Legend = "legend", Li = "li", Link = "link", Main = "main",
        Map = "map", Mark = "mark", Math = "math", Menu = "menu", Meta = "meta", Nav = "nav",
        Noscript = "noscript", Object = "object", Ol = "ol", Optgroup = "optgroup", Option = "option",
        P = "p", Param = "param", Picture = "picture", Pre = "pre", Progress = "progress", Q = "q", Rp = "rp",
        Rt = "rt", Ruby = "ruby", S = "s", Samp = "samp", Script = "script", Search = "search",
        Section = "section", Select = "select", Slot = "slot", Small = "small", Source = "source",
        Span = "span", Strike = "strike", Strong = "strong", Style = "style", Sub = "sub", Summary = "summary",
        Sup = "sup", Svg = "svg", Table = "table", Tbody = "tbody", Td = "td", Template = "template",
        Textarea = "textarea", Tfoot = "tfoot", Th = "th", Thead = "thead", Time = "time", Title = "title",
        Tr = "tr", Track = "track", Tt = "tt", U = "u", Ul = "ul", Var = "var", Video = "video", Wbr = "wbr",
    }
}

names! {
    /// An attribute's name.
    AttrName {
        Alt = "alt", AriaHidden = "aria-hidden", AriaLabel = "aria-label", Cite = "cite", Class = "class",
        Colspan = "colspan", Content = "content", DataBg = "data-bg", DataDate = "data-date",
        DataDateTime = "data-date-time", DataDatetime = "data-datetime", DataEpochTime = "data-epoch-time",
        DataHref = "data-href", DataImage = "data-image", DataInstgrmPermalink = "data-instgrm-permalink",
        DataLazy = "data-lazy", DataLazySrc = "data-lazy-src", DataLazySrcset = "data-lazy-srcset",
        DataOriginal = "data-original", DataPublicationDate = "data-publication-date",
        DataPublishDate = "data-publish-date", DataPublished = "data-published",
        DataPublishedAt = "data-published-at", DataPublishedDate = "data-published-date",
        DataShortcode = "data-shortcode", DataSrc = "data-src", DataSrcset = "data-srcset",
        DataTime = "data-time", DataTimestamp = "data-timestamp", DataTweetid = "data-tweetid",
        DataVideoid = "data-videoid", Datetime = "datetime", Dir = "dir", Height = "height", Hidden = "hidden",
        Href = "href", HttpEquiv = "http-equiv", Id = "id", Itemprop = "itemprop", Lang = "lang", Name = "name",
        Poster = "poster", Property = "property", Rel = "rel", Role = "role", Rowspan = "rowspan",
        Slot = "slot", Src = "src", Srcset = "srcset", Style = "style", Title = "title", Type = "type",
        Width = "width",
    }
}
