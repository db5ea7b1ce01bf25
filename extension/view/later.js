// Tools that are a script of their own: they come into the page when they are first used.

/** Opens the comparison with other reports, see compare.js, or closes it. */
export async function toggle(reader, ids) {
  const { toggle: open } = await reader.page.tools("compare");
  return open(reader, ids);
}
