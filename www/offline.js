// Keeps the page's own files, so that it works without a network: the page itself at once, the engine and the names of
// languages when they are first used. What is there is always asked for first.
// The build puts FILES and VERSION before this: all files but those of the engine, and the sum of all.

const NAME = `copydesk-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const old = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("copydesk-") && name !== NAME);
    await Promise.all(names.map((name) => caches.delete(name)));
  };
  event.waitUntil(old().then(() => self.clients.claim()));
});

async function answer(event) {
  const cache = await caches.open(NAME);
  try {
    const fresh = await fetch(event.request);
    // Nobody waits for this, and a full disk takes nothing away.
    if (fresh.ok) event.waitUntil(cache.put(event.request, fresh.clone()).catch(() => {}));
    return fresh;
  } catch {
    return (await cache.match(event.request, { ignoreSearch: true })) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event));
});
