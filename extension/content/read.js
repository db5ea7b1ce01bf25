// From the open reader to what it shows.

/**
 * Reads the page and shows it; a page of which more is to come is looked at again, see again.js.
 * @param {import("./page").Page} page
 */
export async function read(page, reader) {
  const { state } = page;
  const [look] = await Promise.all([page.look({ named: false }), reader.ready]);
  if (!reader.isOpen) return;
  const { ok, plan, code, clicked, coming, ms } = look.answer;
  const isArticle = ok && plan.status === "article";
  if (isArticle) {
    page.take(look);
    const named = coming ? page.about("analyze", { named: true }).catch(() => null) : null;
    reader.showPlan(plan, { clicked, engine: ms.engine, named });
    const { alike } = (await named) ?? look.answer;
    if (alike) (await page.tools())?.pointOut(reader);
  } else if (state === "complete") {
    if (page.quiet) return void reader.close();
    page.take(look);
    await (ok ? reader.showPlan(plan) : reader.showMessage(code));
  }
  if (state !== "complete") await (await page.tools()).readOn(page, reader, state);
}
