// Counts of facets for libraries that have none: one pass over the articles found, as a page would write it by hand.
const FIELDS = ["people", "places", "orgs", "topics", "month"];

export class Scan {
  constructor(articles) {
    this.columns = FIELDS.map((field) => {
      const numbers = new Map();
      const number = (value) => numbers.get(value) ?? (numbers.set(value, numbers.size), numbers.size - 1);
      const of_article = articles.map((article) => article[field].map(number));
      return { field, numbers, names: [...numbers.keys()], of_article };
    });
    this.n_articles = articles.length;
  }

  /** Counts every facet over `among`, or over all, where every chosen value holds. */
  count(chosen, among) {
    const tests = this.columns
      .filter(({ field }) => field in chosen)
      .map(({ field, numbers, of_article }) => [of_article, numbers.get(chosen[field])]);
    const sums = this.columns.map(({ names }) => new Uint32Array(names.length));
    let total = 0;
    const see = (n) => {
      for (const [of_article, value] of tests) if (!of_article[n].includes(value)) return;
      total++;
      this.columns.forEach(({ of_article }, at) => {
        for (const value of of_article[n]) sums[at][value]++;
      });
    };
    if (among) among.forEach(see);
    else for (let n = 0; n < this.n_articles; n++) see(n);
    const counts = {};
    this.columns.forEach(({ field, names }, at) => {
      counts[field] = {};
      sums[at].forEach((sum, value) => sum && (counts[field][names[value]] = sum));
    });
    return { counts, total };
  }
}
