// Runs first, in the page itself: starts the app, gives it workers, lets nothing in or out that is
// not the site's own, and counts what was tried. What follows is the same in both editions; before it
// stands `parts`, which says where the pieces of this edition lie: `site/parts-folder.js` or
// `site/parts-file.js`. The app sees only the object `dateline` at the end.

// Addresses that may become a script. Whatever else could turn text into one is refused by the browser.
const scripts = new Set([parts.service]);
const policy = globalThis.trustedTypes?.createPolicy("dateline", {
  createScriptURL: (url) => {
    if (scripts.has(url)) return url;
    throw new TypeError("no script may start from " + url);
  },
});
const trusted = (url) => policy?.createScriptURL(url) ?? url;
const once = (make) => {
  let made;
  return () => (made ??= make());
};

// What was asked of the network since everything had arrived, and what the browser refused to do.
const MOST_NOTED = 50;
const seen = { asked: [], refused: [] };
const counts = { asked: 0, refused: 0 };
let since = Infinity;
const note = (kind, what) => {
  counts[kind] += 1;
  if (seen[kind].length < MOST_NOTED) seen[kind].push(String(what));
  dispatchEvent(new Event("dateline-traffic"));
};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.startTime > since) note("asked", entry.name);
}).observe({ type: "resource", buffered: true });
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  note("refused", effectiveDirective + " " + blockedURI);
});

// From now on the browser itself lets nothing through any more; a policy can be added, never taken back.
const seal = once(() => {
  if (parts.isServed) return true;
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "connect-src 'none'";
  document.head.append(meta);
  since = performance.now();
  return true;
});

// Keeps the site for when there is no network. What the browser does not let be kept is not kept.
let offline = "none";
let registration;
const tell = (state) => {
  offline = state;
  dispatchEvent(new Event("dateline-offline"));
};
const look = () => {
  const { waiting, active } = registration;
  tell(waiting && navigator.serviceWorker.controller ? "waiting" : active ? "stored" : "storing");
};
const follow = () => registration.installing?.addEventListener("statechange", ({ target }) => {
  if (target.state === "redundant" && !registration.active) tell("refused");
  else look();
});
const keep = once(async () => {
  if (!parts.service) return;
  try {
    // It may be missing, or not even let itself be looked at; both say that nothing may be kept.
    registration = await navigator.serviceWorker.register(trusted(parts.service), { scope: "./" });
    registration.addEventListener("updatefound", follow);
    follow();
    look();
  } catch {
    tell("refused");
  }
});
const forget = async () => {
  try {
    await (await navigator.serviceWorker?.getRegistration("./"))?.unregister();
    const scope = new URL("./", location).href;
    for (const name of await caches.keys()) if (name.startsWith("dateline " + scope + " ")) await caches.delete(name);
  } catch {
    // Where nothing may be kept there is nothing to forget.
  }
};
const reload = () => {
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
};

// A classic worker from a blob: it obeys the policy of the page, as one from a file would not, and it
// starts from a folder, too. It gets its module by message and fetches nothing.
const code = once(async () => {
  const url = URL.createObjectURL(new Blob([await parts.code()], { type: "text/javascript" }));
  scripts.add(url);
  return url;
});
const module = once(() => parts.module("worker"));
const startWorker = async () => {
  let url, compiled;
  try {
    [url, compiled] = await Promise.all([code(), module(), ...parts.languages.map(piece)]);
  } catch (problem) {
    // A damaged copy that was kept must not be met again.
    await forget();
    throw problem;
  }
  seal();
  const worker = new Worker(trusted(url));
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: [kind, what] }) => note(kind, what);
  worker.postMessage({ module: compiled, port: port2 }, [port2]);
  keep();
  return worker;
};

// Small pieces beside the programs: the front page, and what the page says in other languages. Whatever keeps
// one of them away keeps nothing else away.
const pieces = {};
const piece = (name) => (pieces[name] ??= parts.bytes(name).catch(() => undefined));
let front;
const isFrontThere = piece("front").then((bytes) => {
  front = bytes && new Uint8Array(bytes);
});

globalThis.dateline = Object.freeze({
  startWorker,
  front: () => front,
  piece,
  reload,
  offline: () => offline,
  counts: () => [counts.asked, counts.refused],
  seen: (kind) => [...seen[kind]],
  policy: () => [...document.querySelectorAll("meta[http-equiv=Content-Security-Policy]")].map((meta) => meta.content).join("; "),
});

// The app, or a word on why there is none.
const app = once(() => parts.module("app"));
const say = async (problem) => {
  await forget();
  const place = document.querySelector(".boot-late");
  if (place) {
    place.classList.add("boot-failed");
    place.textContent = (parts.advice ?? place.textContent) + " (" + problem + ")";
  }
};
app().catch(() => {});
addEventListener("DOMContentLoaded", async () => {
  try {
    const module_or_path = await app();
    await isFrontThere;
    await wasm_bindgen({ module_or_path });
  } catch (problem) {
    await say(problem);
  }
});
