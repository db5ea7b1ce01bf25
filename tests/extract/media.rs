//! Pictures, captions, videos and posts: what is shown of them, and under which address.

use super::{read, story};
use copydesk::article::{Form, Group, Label};

/// What a piece of markup in the middle of a story shows: addresses of pictures and of embeds.
fn shown(markup: &str) -> (Vec<String>, Vec<String>) {
    let page = story("", "", "").replace("<p>“We did", &format!("{markup}<p>“We did"));
    let (mut pictures, mut embeds) = (Vec::new(), Vec::new());
    for block in read(&page).article.blocks.iter().filter(|b| b.label == Label::Article) {
        match &block.form {
            Form::Image(media) => pictures.push(media.src.clone()),
            Form::Embed(media) => embeds.push(media.src.clone()),
            _ => {}
        }
    }
    (pictures, embeds)
}

fn picture(markup: &str) -> Option<String> {
    let (mut pictures, embeds) = shown(markup);
    assert!(embeds.is_empty() && pictures.len() < 2, "{markup}: {pictures:?} {embeds:?}");
    pictures.pop()
}

#[test]
fn the_best_candidate_of_a_picture_is_found() {
    for (markup, src) in [
        ("<img src=/a.jpg>", "/a.jpg"),
        ("<img src=a.jpg>", "/islands/a.jpg"),
        ("<img src=s.jpg srcset='m.jpg 640w, l.jpg 1280w, xl.jpg 2560w'>", "/islands/l.jpg"),
        ("<img src=s.jpg srcset='/m.jpg 640w,/l.jpg 1280w,/i/w_9,h_9/xl.jpg 1400w'>", "/i/w_9,h_9/xl.jpg"),
        ("<img src=s.jpg srcset='/l.jpg 2x, /m.jpg'>", "/l.jpg"),
        ("<img src=s.jpg srcset='/huge.jpg 3000w, /vast.jpg 5000w'>", "/huge.jpg"),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=/l.jpg>", "/l.jpg"),
        ("<img src=/img/placeholder.png data-srcset='/m.jpg 300w, /l.jpg 900w'>", "/l.jpg"),
        ("<img src=/1x1.gif data-lazy-srcset='/m.jpg 300w, /l.jpg 900w'>", "/l.jpg"),
        ("<img src=/blank.gif data-original=/l.jpg>", "/l.jpg"),
        (
            "<picture><source srcset='/l.webp 1200w'><source srcset='/m.webp 600w'><img src=/s.jpg></picture>",
            "/l.webp",
        ),
        ("<img class=lazy><noscript><img src=/l.jpg></noscript>", "/l.jpg"),
        ("<img src=/l.jpg><noscript><img src=/other.jpg></noscript>", "/l.jpg"),
        ("<div role=img data-bg=\"url('/l.jpg')\"></div>", "/l.jpg"),
        ("<figure><img src=/l.jpg><img src=/grey-placeholder.png></figure>", "/l.jpg"),
        ("<a href=/big/l.jpg><img src=/l.jpg></a>", "/l.jpg"),
    ] {
        assert_eq!(picture(markup), Some(format!("https://courier.example{src}")), "{markup}");
    }
}

#[test]
fn a_noscript_that_a_browser_hands_over_as_text_is_read() {
    use copydesk::snapshot::Snapshot;
    let names = "html\nbody\nnoscript\np";
    let copy = r#"<img alt="The ferry &amp; its crew" src="/l.jpg">"#;
    let text =
        "The ferry left at 6.40am on Wednesday with 212 people on board, eleven months after the storm.";
    let both = format!("{text}{copy}{text}");
    let mut ints = vec![1, 7, 0];
    for node in [[0, 0, 0], [0, 1 << 2, 0], [1, 3 << 2, 0], [2, 1, text.len()], [1, 2 << 2, 0]] {
        ints.extend(node.map(|n| n as u32));
    }
    for node in [[4, 1, copy.len()], [1, 1, text.len()]] {
        ints.extend(node.map(|n| n as u32));
    }
    let page = Snapshot::from_wire("https://courier.example/", names, &both, &ints).unwrap();
    let models = copydesk::models::Models::builtin().unwrap();
    let blocks = copydesk::analyze(&page, &models, &copydesk::options::Options::default()).article.blocks;
    let found = blocks.iter().find_map(|b| match &b.form {
        Form::Image(media) => Some((media.src.as_str(), media.alt.as_str())),
        _ => None,
    });
    assert_eq!(found, Some(("https://courier.example/l.jpg", "The ferry & its crew")));
}

#[test]
fn what_is_no_picture_of_the_story_is_dropped() {
    for markup in [
        "<img src=/a.gif width=1 height=1>",
        "<img src=/a.jpg width=40>",
        "<img src=/people/70x70/edda.jpg>",
        "<img src='/edda.jpg?w=40'>",
        "<div class=author-box><img src=/edda.jpg></div>",
        "<img class='user-avatar' src=/edda.jpg>",
        "<img src='https://secure.gravatar.com/avatar/1d53'>",
        "<img src=/icons/icon-mail.svg>",
        "<img src=/social/facebook.png>",
        "<img src=/spacer.gif>",
        "<img src='data:image/svg+xml,%3Csvg%3E'>",
        "<img data-src='{\"default\":\"a.jpg\"}' src=/e151.gif>",
        "<img src=/a.jpg hidden>",
        "<img src='https://ads.example/adserver/view?zone=9'>",
        "<img alt='no address'>",
    ] {
        assert_eq!(picture(markup), None, "{markup}");
    }
}

#[test]
fn the_picture_of_another_story_is_not_the_story_s() {
    let teaser = "<aside><h4>Read also</h4><a href=/islands/cutter><figure><img src=/cutter.jpg></figure>\
                  The cutter that kept Little Tarn going</a></aside>";
    assert_eq!(picture(teaser), None);
}

#[test]
fn a_figure_has_its_caption_and_credit_and_a_gallery_all_its_pictures() {
    let figure = "<figure><img src=/l.jpg><figcaption>The Lady Sunniva at the quay. \
                  <span>Photograph: Jon Solheim</span></figcaption></figure>";
    let page = story("", "", "").replace("<p>“We did", &format!("{figure}<p>“We did"));
    let blocks = read(&page).article.blocks;
    let caption = blocks.iter().find(|b| matches!(b.form, Form::Caption { .. })).unwrap();
    assert_eq!(caption.text, "The Lady Sunniva at the quay. Photograph: Jon Solheim");
    assert_eq!(caption.label.group(), Group::Beside);
    let gallery = "<figure><img src=/one.jpg><img src=/two.jpg><img src=/three.jpg></figure>";
    assert_eq!(shown(gallery).0.len(), 3);
    let crops = "<figure><img src=/w600/lady-sunniva-quay.jpg><img src=/w100/lady-sunniva-quay.jpg></figure>";
    assert_eq!(shown(crops).0.len(), 1);
}

#[test]
fn embeds_are_links_to_where_they_are_public() {
    for (markup, src) in [
        (
            "<iframe src='https://www.youtube.com/embed/AEyO'></iframe>",
            "https://www.youtube.com/watch?v=AEyO",
        ),
        (
            "<iframe data-src='//www.youtube-nocookie.com/embed/AEyO?rel=0'></iframe>",
            "https://www.youtube.com/watch?v=AEyO",
        ),
        ("<iframe src='https://player.vimeo.com/video/99?h=1'></iframe>", "https://vimeo.com/99"),
        (
            "<iframe src='https://www.dailymotion.com/embed/video/x7o'></iframe>",
            "https://www.dailymotion.com/video/x7o",
        ),
        (
            "<iframe src='https://open.spotify.com/embed/episode/4a'></iframe>",
            "https://open.spotify.com/episode/4a",
        ),
        (
            "<iframe src='https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2F1&w=9'></iframe>",
            "https://www.facebook.com/a/1",
        ),
        ("<amp-youtube data-videoid=AEyO></amp-youtube>", "https://www.youtube.com/watch?v=AEyO"),
        ("<amp-twitter data-tweetid=77></amp-twitter>", "https://x.com/i/status/77"),
        ("<amp-instagram data-shortcode=Bz1></amp-instagram>", "https://www.instagram.com/p/Bz1/"),
        ("<video src=/quay.mp4 poster=/quay.jpg></video>", "https://courier.example/quay.mp4"),
        ("<video><source src=/quay.mp4></video>", "https://courier.example/quay.mp4"),
        ("<audio src=/harbour.mp3></audio>", "https://courier.example/harbour.mp3"),
        ("<video src='blob:9' poster=/quay.jpg></video>", "https://courier.example/islands/ferry"),
        (
            "<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/p/Bz1/'></blockquote>",
            "https://www.instagram.com/p/Bz1/",
        ),
        (
            "<blockquote class=twitter-tweet><a href='https://twitter.com/a/status/1'></a></blockquote>",
            "https://twitter.com/a/status/1",
        ),
        (
            "<blockquote class=tiktok-embed cite='https://www.tiktok.com/@a/video/1'></blockquote>",
            "https://www.tiktok.com/@a/video/1",
        ),
    ] {
        assert_eq!(shown(markup), (vec![], vec![src.to_owned()]), "{markup}");
    }
    for markup in [
        "<iframe src='https://ads.example/frame'></iframe>",
        "<iframe src='https://www.google.com/recaptcha/api2'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fcourier.example'></iframe>",
        "<iframe src='about:blank'></iframe>",
        "<amp-youtube data-videoid='javascript:alert(1)'></amp-youtube>",
    ] {
        assert_eq!(shown(markup), (vec![], vec![]), "{markup}");
    }
}

#[test]
fn an_embedded_post_keeps_its_text() {
    let post = "<blockquote class=twitter-tweet><p>The slipway will be ready six weeks ahead of time, our engineers tell us.</p>\
                — Northern Ports (@ports) <a href='https://twitter.com/ports/status/1'>October 1, 2026</a></blockquote>";
    assert_eq!(shown(post), (vec![], vec![]));
    let page = story("", "", "").replace("<p>“We did", &format!("{post}<p>“We did"));
    let blocks = read(&page).article.blocks;
    let own = blocks.iter().filter(|b| b.form == Form::Quote).map(|b| b.text.as_str()).collect::<Vec<_>>();
    assert_eq!(own.len(), 2, "{own:?}");
    assert!(own[1].contains("@ports"));
}
