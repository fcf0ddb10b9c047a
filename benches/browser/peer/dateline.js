// Dateline behind the shape that every peer has here: see page.js.
import { count, n_workers, read, search, start } from "../dateline/explorer.js";

let workers;

export default {
  name: "Dateline",
  async prepare() {
    workers = await start("/face/dateline_bg.wasm", "/dateline/helper.js");
  },
  /** `extract`: facets from what the texts say, instead of from the labels that the other peers are given. */
  build: (articles, options) => read(workers, articles, options),
  n_workers,
  search: (words, n) => search(words, n).ids,
  phrase: (words, n) => search(`"${words}"`, n).ids,
  facet: (chosen, words) => count(Object.entries(chosen), words, 10),
};
