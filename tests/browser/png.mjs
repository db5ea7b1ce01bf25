// Pictures as browsers write them: PNG, eight bits a channel, not interlaced (W3C PNG, third edition).

import { inflateSync } from "node:zlib";

/** What a byte is filtered against: nothing, the left, the one above, their mean, the nearest of three (Paeth). */
const FILTERS = [
  () => 0,
  (left) => left,
  (left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const guess = left + up - corner;
    const [a, b, c] = [left, up, corner].map((each) => Math.abs(guess - each));
    if (a <= b && a <= c) return left;
    return b <= c ? up : corner;
  },
];

/** The colours `[red, green, blue]` at points of a picture, each given as parts of its width and height. */
export function colours(png, points) {
  const data = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = png[25] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(data));
  const row = width * size;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = FILTERS[raw[y * (row + 1)]];
    for (let x = 0; x < row; x++) {
      const left = x < size ? 0 : out[y * row + x - size];
      const up = y === 0 ? 0 : out[(y - 1) * row + x];
      const corner = x < size || y === 0 ? 0 : out[(y - 1) * row + x - size];
      out[y * row + x] = raw[y * (row + 1) + 1 + x] + filter(left, up, corner);
    }
  }
  return points.map(([x, y]) => {
    const at = Math.floor(y * height) * row + Math.floor(x * width) * size;
    return [...out.subarray(at, at + 3)];
  });
}
