// What only some stories need, added when they are on the screen: what the page shows of a video, a sound or a
// post beside its address, a still and how long it is; and the style of what is folded away in a paragraph.
import { getter, make, pictureAddress } from "./dom.js";
import { say } from "./strings.js";
import css from "./rest.css";

/** How far up (elements) from a player what belongs to it may stand, in a box of so few letters: else that is the story's. */
const AROUND = 2;
const FEW = 200;

/** A length as players write it: '1:30', '1:02:45'. */
const LENGTH = /^\d{1,2}:\d\d(:\d\d)?$/;

const localName = getter(Element, "localName");
const parentElement = getter(Node, "parentElement");
const textContent = getter(Node, "textContent");
const duration = getter(HTMLMediaElement, "duration");
const { getAttribute, querySelectorAll } = Element.prototype;

/** Adds to each card of the article what the page has. */
export function complete({ article, plan, page, shell }) {
  shell.style(css);
  for (const [index, root] of article.drawn) {
    const { element, node: number, media } = plan.items[index] ?? {};
    if (element !== "embed" || page.nodes[number]?.nodeType !== Node.ELEMENT_NODE) continue;
    const node = player(page.nodes[number], media?.src);
    const [card, title, small] = ["a", "strong", "small"].map((tag) => root.querySelector(tag));
    if (!card) continue;
    const kind = say(`media_${localName(node)}`);
    const isNamed = title.textContent !== "";
    if (!isNamed) title.textContent = kind || say("media_other");
    small.textContent = [isNamed && kind, lengthOf(node), small.textContent].filter(Boolean).join(" · ");
    const still = page.pictures && pictureAddress(poster(node));
    if (still) card.prepend(make("img", { src: still, alt: "", loading: "lazy", decoding: "async", referrerpolicy: "no-referrer" }));
  }
}

/** The player of an address within the block that stands for it: one in a line of text has no block of its own. */
function player(block, address) {
  const plays = (each) => [each, ...querySelectorAll.call(each, "source")].some((one) => URL.parse(getAttribute.call(one, "src") ?? "", document.baseURI)?.href === address);
  return [...querySelectorAll.call(block, "audio, video")].find(plays) ?? block;
}

/** The address of a still: that of the video, or of a picture laid over a player that waits for a press. */
function poster(node) {
  const own = getAttribute.call(node, "poster");
  const [over] = querySelectorAll.call(node, "img[src], video[poster]");
  const stated = own ?? (over && (getAttribute.call(over, "poster") ?? getAttribute.call(over, "src"))) ?? "";
  return stated && URL.parse(stated, document.baseURI)?.href;
}

/** How long it is: as the browser knows it, or as the page writes it in or beside the player. */
function lengthOf(node) {
  const known = node instanceof HTMLMediaElement ? duration(node) : Number.NaN;
  if (Number.isFinite(known) && known > 0) return written(Math.round(known));
  let around = node;
  for (let up = 0; up < AROUND; up++) {
    const parent = parentElement(around);
    if (!parent || textContent(parent).length > FEW) break;
    around = parent;
  }
  if (querySelectorAll.call(around, "video, audio, iframe").length > 1) return "";
  // A <time> says when, not how long.
  const texts = [...querySelectorAll.call(around, "span, div")].map((each) => textContent(each).trim());
  return texts.find((text) => LENGTH.test(text)) ?? "";
}

function written(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first, ...rest] = parts[0] > 0 ? parts : parts.slice(1);
  return [first, ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
}
