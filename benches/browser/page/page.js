// Runs one peer, or one extractor, in one page, and times each call alone. run.mjs drives it through `window.bench`.
//
// A peer is { name, prepare?(), build(articles, options), search(words, n), typo?(words, n), phrase?(words, n),
// facet?(chosen, words), n_workers?() }. Lists of articles are their numbers, best first; `facet` answers { counts, total } over every
// article that has all chosen values, and the words where there are any.
const given = new URLSearchParams(location.search);
/** Hits asked for. */
const N_HITS = 10;
/** Calls between two turns of the event loop, so that the garbage of earlier calls is not all paid for by one. */
const CALLS_A_TURN = 8;
const turn = () => new Promise((resolve) => setTimeout(resolve));
let peer;

const calls = {
  search: ({ words }) => peer.search(words, N_HITS),
  typo: ({ words }) => (peer.typo ?? peer.search)(words, N_HITS),
  phrase: ({ words }) => peer.phrase(words, N_HITS),
  facet: ({ chosen }) => peer.facet(chosen),
  facet_text: ({ chosen, words }) => peer.facet(chosen, words),
};

window.bench = {
  /** Loads the peer and builds its index from the raw articles. Milliseconds. */
  async load() {
    peer = (await import(`/peer/${given.get("peer")}.js`)).default;
    await peer.prepare?.();
    const articles = await (await fetch(`/corpus/${given.get("size")}.json`)).json();
    const start = performance.now();
    const reports = [];
    const progress = (n) => reports.push(n);
    const stages = await peer.build(articles, { extract: given.has("extract"), progress });
    await peer.search("government", N_HITS);
    const now = performance.now();
    const n_workers = peer.n_workers?.() ?? 0;
    return { build: now - start, since_navigation: now, stages, n_workers, n_reports: reports.length };
  },
  /** Asks every question twice and times the second time, when the code is warm. */
  async ask(kind, questions, keeps) {
    const call = calls[kind];
    if (!peer[kind === "facet_text" ? "facet" : kind] && kind !== "typo") return null;
    const answers = [];
    for (let pass = 0; pass < 2; pass++) {
      for (const [at, question] of questions.entries()) {
        if (at % CALLS_A_TURN === 0) await turn();
        const start = performance.now();
        const answer = await call(question);
        answers[at] = { ms: performance.now() - start, answer: keeps ? answer : undefined };
      }
    }
    return answers;
  },
  /** Loads the whole engine and asks each view so many different questions, each once. Milliseconds; bytes of memory. */
  async views(n_questions) {
    const { default: init, Views } = await import("/face/dateline.js");
    const { memory } = await init({ module_or_path: "/face/dateline_bg.wasm" });
    const articles = await (await fetch(`/corpus/${given.get("size")}.json`)).json();
    const views = new Views();
    for (const { title, body, date } of articles) views.add(title, body, date);
    const timed = (work) => {
      const start = performance.now();
      const value = work();
      return { value, ms: performance.now() - start };
    };
    const build = timed(() => views.build()).ms;
    const before = memory.buffer.byteLength;
    const prepare = [];
    for (let step = timed(() => views.prepare()); step.value; step = timed(() => views.prepare())) prepare.push(step.ms);
    const memory_bytes = { before, after: memory.buffer.byteLength };
    const asked = {};
    for (const [view, name] of Views.names().split("\n").entries()) {
      asked[name] = [];
      for (let at = 0; at < n_questions; at++) {
        if (at % CALLS_A_TURN === 0) await turn();
        asked[name].push(timed(() => views.answer(view, at)).ms);
      }
    }
    return { build, prepare, memory_bytes, asked, at_last: memory.buffer.byteLength };
  },
  /** Reads texts until they or the time run out. Bytes and milliseconds. */
  async extract(tool, budget_ms) {
    const { default: read, prepare } = await import(`/extract/${tool}.js`);
    await prepare?.();
    const texts = await (await fetch("/corpus/texts.json")).json();
    const n_bytes = (text) => new TextEncoder().encode(text).length;
    // The first text is read before the clock starts: it loads what is loaded late.
    read(texts[0]);
    let [bytes, n_found] = [0, 0];
    const start = performance.now();
    let now = start;
    for (const text of texts) {
      n_found += read(text);
      bytes += n_bytes(text);
      now = performance.now();
      if (now - start > budget_ms) break;
    }
    return { bytes, ms: now - start, n_found };
  },
};
