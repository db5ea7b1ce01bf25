//! Videos, players and posts of other sites: where a reader finds them.

use crate::snapshot::{AttrName, NodeId, Snapshot, Tag};

/// Hosts of players and posts that readers know; other frames are mostly advertising.
const HOSTS: [&str; 40] = [
    "acast.com",
    "art19.com",
    "audioboom.com",
    "bandcamp.com",
    "brightcove.net",
    "bsky.app",
    "buzzsprout.com",
    "dailymotion.com",
    "datawrapper.dwcdn.net",
    "documentcloud.org",
    "embed.podcasts.apple.com",
    "facebook.com",
    "flo.uri.sh",
    "flourish.studio",
    "giphy.com",
    "google.com",
    "imgur.com",
    "infogram.com",
    "instagram.com",
    "jwplayer.com",
    "kaltura.com",
    "megaphone.fm",
    "mixcloud.com",
    "omny.fm",
    "reddit.com",
    "rumble.com",
    "scribd.com",
    "simplecast.com",
    "soundcloud.com",
    "spotify.com",
    "spreaker.com",
    "streamable.com",
    "ted.com",
    "threads.net",
    "tiktok.com",
    "twitch.tv",
    "twitter.com",
    "vimeo.com",
    "x.com",
    "youtube.com",
];

/// The address of what an element embeds, as it stands; `None` if nothing is known to be there.
pub fn address(page: &Snapshot, id: NodeId) -> Option<String> {
    let text = |name| page.attr(id, name).map(str::trim).filter(|v| !v.is_empty());
    let key =
        |name| text(name).filter(|v| v.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
    match page.tag(id)? {
        Tag::Iframe | Tag::AmpIframe => {
            let src = text(AttrName::Src).filter(|s| *s != "about:blank");
            src.or(text(AttrName::DataSrc)).or(text(AttrName::DataLazySrc)).map(str::to_owned)
        }
        Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpAudio => {
            let own = text(AttrName::Src).filter(|s| !s.starts_with("blob:"));
            let file = own.or_else(|| first_source(page, id)).map(str::to_owned);
            // Scripts fetch many a film when it is played: then it is on the page itself.
            file.or_else(|| text(AttrName::Poster).map(|_| page.url().to_owned()).filter(|u| !u.is_empty()))
        }
        Tag::AmpYoutube => {
            key(AttrName::DataVideoid).map(|id| format!("https://www.youtube.com/watch?v={id}"))
        }
        Tag::AmpVimeo => key(AttrName::DataVideoid).map(|id| format!("https://vimeo.com/{id}")),
        Tag::AmpDailymotion => {
            key(AttrName::DataVideoid).map(|id| format!("https://www.dailymotion.com/video/{id}"))
        }
        Tag::AmpTwitter => key(AttrName::DataTweetid).map(|id| format!("https://x.com/i/status/{id}")),
        Tag::AmpInstagram => {
            key(AttrName::DataShortcode).map(|id| format!("https://www.instagram.com/p/{id}/"))
        }
        Tag::AmpFacebook | Tag::AmpTiktok => {
            text(AttrName::DataHref).or(text(AttrName::DataSrc)).map(str::to_owned)
        }
        _ => None,
    }
}

/// The address of a post that a block quotation or a box of its network stands for, where its own
/// text does not hold the post: a script would have drawn it.
pub fn post(page: &Snapshot, id: NodeId) -> Option<String> {
    let class = page.attr(id, AttrName::Class)?;
    let is = |name: &str| class.split_ascii_whitespace().any(|c| c == name);
    let text = |name| page.attr(id, name).map(str::trim).filter(|v| !v.is_empty());
    if is("instagram-media") {
        return text(AttrName::DataInstgrmPermalink).map(str::to_owned);
    }
    if is("fb-post") || is("fb-video") {
        return text(AttrName::DataHref).map(str::to_owned);
    }
    let quoted =
        page.subtree(id).filter_map(|n| page.text(n)).map(|t| t.trim().len()).sum::<usize>() >= LEAST;
    if quoted {
        return None;
    }
    if is("tiktok-embed") {
        return text(AttrName::Cite).map(str::to_owned);
    }
    let mut links = page.subtree(id).filter_map(|n| page.attr(n, AttrName::Href));
    links.find(|href| is("twitter-tweet") && href.contains("/status/")).map(str::to_owned)
}

/// Bytes of text from which an embedded post is there to be read.
const LEAST: usize = 40;

/// The page on which a reader finds what a player shows; `None` for a frame of unknown use.
pub fn public(src: &str) -> Option<String> {
    let (_, rest) = src.split_once("//")?;
    let (host, path) = rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))?;
    let host = host.split(':').next().unwrap_or_default();
    let known =
        HOSTS.iter().any(|h| host == *h || host.strip_suffix(h).is_some_and(|rest| rest.ends_with('.')));
    let nocookie = host.ends_with("youtube-nocookie.com") || host == "youtu.be";
    if !known && !nocookie {
        return None;
    }
    let path = path.split('#').next().unwrap_or_default();
    let (folder, query) = path.split_once('?').unwrap_or((path, ""));
    let value =
        |name: &str| query.split('&').filter_map(|pair| pair.split_once('=')).find(|(n, _)| *n == name);
    let last = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let page = match () {
        () if folder.starts_with("/embed/") && (nocookie || host.ends_with("youtube.com")) => {
            format!("https://www.youtube.com/watch?v={last}")
        }
        () if host == "player.vimeo.com" => format!("https://vimeo.com/{last}"),
        () if host.ends_with("dailymotion.com") && folder.contains("/embed/") => {
            format!("https://www.dailymotion.com/video/{last}")
        }
        () if host == "open.spotify.com" => format!("https://{host}{}", folder.replacen("/embed", "", 1)),
        () if host == "embed.podcasts.apple.com" => format!("https://podcasts.apple.com{path}"),
        () if host.ends_with("tiktok.com") && folder.contains("/embed") => {
            format!("https://www.tiktok.com/embed/v2/{last}")
        }
        () if host == "platform.twitter.com" => format!("https://x.com/i/status/{}", value("id")?.1),
        () if host.ends_with("google.com") && !folder.starts_with("/maps") => return None,
        () if folder.starts_with("/plugins/") => {
            let post = folder.starts_with("/plugins/post") || folder.starts_with("/plugins/video");
            return Some(decoded(value("href").filter(|_| post)?.1))
                .filter(|href| href.starts_with("https://"));
        }
        () if host == "w.soundcloud.com" => {
            return Some(decoded(value("url")?.1)).filter(|url| url.starts_with("https://"));
        }
        () => return Some(src.to_owned()),
    };
    Some(page)
}

fn first_source(page: &Snapshot, id: NodeId) -> Option<&str> {
    let sources = page.subtree(id).filter(|n| page.tag(*n) == Some(Tag::Source));
    sources
        .filter_map(|n| page.attr(n, AttrName::Src))
        .map(str::trim)
        .find(|v| !v.is_empty() && !v.starts_with("blob:"))
}

/// A value of a query with its percent signs read.
fn decoded(value: &str) -> String {
    let mut parts = value.split('%');
    let mut bytes: Vec<u8> = parts.next().unwrap_or_default().bytes().collect();
    for part in parts {
        let code = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        bytes.extend(part.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default().bytes());
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
