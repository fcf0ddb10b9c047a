// MiniSearch: an index of words without positions; the counts of facets are made by hand.
import MiniSearch from "minisearch";
import { Scan } from "./scan.js";

let index;
let scan;
const options = (is_typo) => ({
  boost: { title: 2 },
  combineWith: "AND",
  prefix: (_, at, words) => at === words.length - 1,
  fuzzy: is_typo ? (word) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : false) : false,
});
const ids = (hits, n) => hits.slice(0, n).map((hit) => hit.id);

export default {
  name: "MiniSearch",
  build(articles) {
    index = new MiniSearch({ idField: "n", fields: ["title", "body"] });
    index.addAll(articles);
    scan = new Scan(articles);
  },
  search: (words, n) => ids(index.search(words, options(false)), n),
  typo: (words, n) => ids(index.search(words, options(true)), n),
  facet: (chosen, words) =>
    scan.count(chosen, words && index.search(words, options(false)).map((hit) => hit.id)),
};
