// Orama: full text and facets in one library.
import { create, insertMultiple, search } from "@orama/orama";

const LISTS = ["people", "places", "orgs", "topics", "month"];
const BATCH = 2_000;
let index;
const facets = Object.fromEntries(LISTS.map((field) => [field, { limit: 100_000 }]));
const query = (words, n, tolerance) => ({
  term: words,
  properties: ["title", "body"],
  boost: { title: 2 },
  threshold: 0,
  tolerance,
  limit: n,
});
const ids = ({ hits }) => hits.map((hit) => Number(hit.id));

export default {
  name: "Orama",
  async build(articles) {
    const lists = Object.fromEntries(LISTS.map((field) => [field, "enum[]"]));
    index = create({ schema: { title: "string", body: "string", ...lists } });
    await insertMultiple(index, articles.map((article) => ({ ...article, id: String(article.n) })), BATCH);
  },
  search: async (words, n) => ids(await search(index, query(words, n, 0))),
  typo: async (words, n) => ids(await search(index, query(words, n, 1))),
  async facet(chosen, words) {
    const where = Object.fromEntries(Object.entries(chosen).map(([field, value]) => [field, { containsAll: [value] }]));
    const answer = await search(index, { ...(words ? query(words, 10, 0) : { limit: 10 }), where, facets });
    const counts = Object.fromEntries(LISTS.map((field) => [field, answer.facets[field].values]));
    return { counts, total: answer.count };
  },
};
