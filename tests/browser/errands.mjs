// What the browsers under test ask for by themselves now and then, whatever their flags.

/** Their makers' hosts. One may still knock at the port of a server whose browser was another. */
export const ERRANDS =
  /^https?:\/\/((accounts|clients2)\.google\.com|(update|content-autofill)\.googleapis\.com|([a-z0-9.-]+\.)?(mozilla|firefox|mozgcp)\.(com|org|net))[:\/]/;

/** Of the addresses that wanted to leave the machine, those that are not a browser's own errands. */
export const strangers = (addresses) => addresses.filter((address) => !ERRANDS.test(address));
