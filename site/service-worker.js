// Keeps the whole site of one version, so that it opens without a network. The build writes VERSION and
// FILES before this: for each file its hash and its type. A version is kept whole or not at all, and
// waits until the reader takes it.
const PREFIX = "dateline " + registration.scope + " ";
const CACHE = PREFIX + VERSION;
const address = (name) => new URL(name, registration.scope).href;

const ask = async (name, integrity) => {
  const isNamedByContent = /-[0-9a-f]{16}\.\w+$/.test(name);
  if (isNamedByContent) {
    const kept = await caches.match(address(name));
    if (kept) return kept;
  }
  // A host may hand out an older file under the same name for a while: what does not fit is asked for anew.
  const cache = isNamedByContent ? "default" : "no-cache";
  const answer = await fetch(address(name), { integrity, cache })
    .catch(() => fetch(address(name), { integrity, cache: "reload" }));
  if (!answer.ok) throw new Error(name + " is missing");
  return answer;
};
const store = async () => {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(async ([name, [integrity, type]]) => {
      const body = await (await ask(name, integrity)).blob();
      await cache.put(address(name), new Response(body, { headers: { "content-type": type } }));
    }));
  } catch (problem) {
    await caches.delete(CACHE);
    throw problem;
  }
};
const clear = async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
};
const answer = async (name, request) => (await (await caches.open(CACHE)).match(address(name))) ?? fetch(request);

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(clear()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const [url] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !url.startsWith(registration.scope)) return;
  const name = url.slice(registration.scope.length);
  if (name === "" || name === "index.html") event.respondWith(answer("./", request));
  else if (Object.hasOwn(FILES, name)) event.respondWith(answer(name, request));
});
