//! Elements beside each other that look alike: what most of the story stands in is its paragraphs, and what
//! is unlike those is something else.

use super::story::Story;
use crate::snapshot::{AttrName, NodeId, Tag};
use std::collections::HashMap;

/// Fewest paragraphs by which something else is set apart.
const PARAGRAPHS: usize = 3;

/// Tag and first class of an element: the others mark one of its kind.
type Look<'a> = (Option<Tag>, &'a str);

/// What the children of one element hold of the body.
#[derive(Default)]
struct Held<'a> {
    children: usize,
    /// How many of the children of one look hold body, and how much.
    sums: HashMap<Look<'a>, (usize, f32)>,
    /// The look of the children that hold most, if they are as many as [`PARAGRAPHS`].
    most: Option<(Look<'a>, f32)>,
}

/// The same for each parent that was looked at.
#[derive(Default)]
pub struct Likes<'a>(HashMap<NodeId, Held<'a>>);

impl<'a> Likes<'a> {
    fn look(story: &Story<'a>, id: NodeId) -> Look<'a> {
        let page = story.tree.page;
        let class = page.attr(id, AttrName::Class).unwrap_or_default();
        (page.tag(id), class.split_ascii_whitespace().next().unwrap_or_default())
    }

    fn beside(&mut self, story: &Story<'a>, id: NodeId) -> &Held<'a> {
        let parent = story.tree.page.parent(id);
        self.0.entry(parent).or_insert_with(|| {
            let mut held = Held::default();
            for child in story.children(parent) {
                let body = story.body_in(story.blocks_in(child));
                let (n, sum) = held.sums.entry(Self::look(story, child)).or_default();
                *n += usize::from(body > 0.0);
                *sum += body;
                held.children += 1;
            }
            let many = held.sums.iter().filter(|(_, (n, _))| *n >= PARAGRAPHS);
            held.most = many.max_by(|a, b| a.1.1.total_cmp(&b.1.1)).map(|(look, (_, sum))| (*look, *sum));
            held
        })
    }

    /// Whether an element and its like hold most of the body that their parent holds.
    pub fn hold(&mut self, story: &Story<'a>, id: NodeId) -> bool {
        let all = story.body_in(story.blocks_in(story.tree.page.parent(id)));
        let own = self.beside(story, id).sums.get(&Self::look(story, id)).copied();
        all > 0.0 && own.is_some_and(|(_, own)| 2.0 * own >= all)
    }

    /// Whether an element is all that its parent holds.
    pub fn is_only(&mut self, story: &Story<'a>, id: NodeId) -> bool {
        self.beside(story, id).children == 1
    }

    /// Whether elements of one other look beside an element hold most of the story.
    pub fn surround(&mut self, story: &Story<'a>, id: NodeId) -> bool {
        let most = self.beside(story, id).most;
        most.is_some_and(|(look, sum)| look != Self::look(story, id) && 2.0 * sum >= story.length())
    }
}
