// What the scripts and the engine have agreed on. Written by tests/build/contract.mjs from the Rust sources.

/** Version of the wire format. */
export const VERSION = 1;

/** Most nodes, and UTF-16 units of text and attribute values, of a page. */
export const NODES = 200000;
export const UNITS = 2000000;

/** Longest address that is taken, in bytes. */
export const ADDRESS = 8192;

/** The attributes that the engine knows; what stands in a slot is in its place already. */
export const ATTRIBUTES =
  "alt aria-hidden aria-label cite class colspan content data-bg data-date data-date-time data-datetime " +
  "data-epoch-time data-href data-image data-instgrm-permalink data-lazy data-lazy-src data-lazy-srcset " +
  "data-original data-publication-date data-publish-date data-published data-published-at " +
  "data-published-date data-shortcode data-src data-srcset data-time data-timestamp data-tweetid " +
  "data-videoid datetime dir height hidden href http-equiv id itemprop lang name poster property rel " +
  "role rowspan src srcset style title type width";
