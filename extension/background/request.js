// What a page may ask: one fixed shape within fixed limits.

/** Longest request, in UTF-16 units of its strings together. */
const LIMIT = 8 << 20;

class RequestError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The captured page in a message; throws an error with a `code` if it is anything else. */
export function readRequest({ wire }) {
  const parts = [wire?.url, wire?.names, wire?.text, wire?.ints];
  if (!parts.every((part) => typeof part === "string")) throw new RequestError("wire-layout", "not a captured page");
  if (parts.reduce((sum, part) => sum + part.length, 0) > LIMIT) {
    throw new RequestError("page-too-large", "the page is too large to read");
  }
  return { url: wire.url, names: wire.names, text: wire.text, ints: integers(wire.ints) };
}

/** The integers travel as base64 of a little-endian Uint32Array. */
function integers(base64) {
  let bytes;
  try {
    bytes = Uint8Array.fromBase64(base64);
  } catch {
    throw new RequestError("wire-layout", "the integers are not base64");
  }
  if (bytes.length % 4) throw new RequestError("wire-layout", "the integers are cut off");
  return new Uint32Array(bytes.buffer, 0, bytes.length / 4);
}
