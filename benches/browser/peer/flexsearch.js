// FlexSearch: slots of positions instead of counted words; its nearest thing to a tolerance of typos is an encoder by sound.
import { Charset, Document } from "flexsearch";

let index;
const field = (name) => ({ field: name, tokenize: "forward" });
const ids = (found, n) => [...new Set(found.flatMap(({ result }) => result))].slice(0, n);

export default {
  name: "FlexSearch",
  build(articles) {
    index = new Document({
      encoder: Charset.LatinBalance,
      document: { id: "n", index: [field("title"), field("body")] },
    });
    for (const article of articles) index.add(article);
  },
  search: (words, n) => ids(index.search(words, { limit: n }), n),
  typo: (words, n) => ids(index.search(words, { limit: n, suggest: true }), n),
};
