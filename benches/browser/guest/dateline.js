// Dateline behind the shape of another harness, which runs one adapter in a page of its own:
//
// export default { id, lib, modes, facets, caps, vendor, load(ctx), search(q, { typo, limit }), title(n),
//   facet(selection, q), filter(selection, q) }
//
// `vendor` names files that the harness serves, by name and place on disk; `ctx` has `mode`, `vendor` (their address),
// `json(file)` and `mark(name)`, which is called with "fetched" when everything has arrived and with "ready" when
// questions are answered. `selection` has one or more values for each field. In mode "build" the labels of the articles
// are the facets, as for every other; in mode "extract" they are read from the texts.
import { count, read, search, start, title } from "../dateline/explorer.js";

const entries = (selection) =>
  Object.entries(selection).flatMap(([field, given]) => [].concat(given).map((value) => [field, value]));

const N_HITS = 10;

export default {
  id: "dateline",
  lib: "dateline",
  modes: ["build", "extract"],
  facets: "native",
  caps: {},
  // The names of the files stand here when the adapter is bundled.
  vendor: VENDOR,
  async load(ctx) {
    const [docs, workers] = await Promise.all([
      ctx.json("corpus.json"),
      start(`${ctx.vendor}dateline_bg.wasm`, `${ctx.vendor}helper.js`),
    ]);
    ctx.mark("fetched");
    globalThis.stages = await read(workers, docs, { extract: ctx.mode === "extract", progress() {} });
    ctx.mark("ready");
  },
  // Slips are forgiven without being asked.
  search: (words, { limit } = {}) => search(words, limit ?? N_HITS),
  title,
  facet: (selection, words) => count(entries(selection), words, N_HITS),
  filter: (selection, words) => count(entries(selection), words, N_HITS),
};
