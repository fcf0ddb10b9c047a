// Turns articles into questions with known answers, and judges what came back by reading every article.
import { chance, pick } from "./chance.mjs";

const SEED = 1704;
export const FIELDS = ["people", "places", "orgs", "topics", "month"];
/** How many questions of each class. */
const N = { word: 120, two: 120, prefix: 30, typo: 30, phrase: 60, facet: 120 };
/** Articles that questions are drawn from: the first ones, which the corpus of every size holds. */
const N_SOURCE = 1_000;

/** Letters at the end of a word that may differ where the word is the same: `border`, `bordering`. */
const ENDING = 3;
/** Letters at the start that must not. */
const START = 4;

/** The words of a text: letters and digits in a row, in lower case. */
export const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const words_of = (article) => split(`${article.title} ${article.body}`);

function frequencies(articles) {
  const n_articles = new Map();
  for (const article of articles) {
    for (const word of new Set(words_of(article))) n_articles.set(word, (n_articles.get(word) ?? 0) + 1);
  }
  return n_articles;
}

/** `n` different values that `make` gives, which may also give nothing. */
function gather(n, make) {
  const found = new Map();
  for (let tries = 0; found.size < n && tries < 50_000; tries++) {
    const value = make();
    if (value) found.set(JSON.stringify(value), value);
  }
  return [...found.values()];
}

/** A word with one letter dropped, added, changed or swapped, never the first. */
function misspell(random, word) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = pick(random, "abcdefghijklmnopqrstuvwxyz");
  const forms = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  return pick(random, forms);
}

/** Phrases of two words in the source articles that several articles hold. */
function phrases(articles, source, counts) {
  const candidates = new Map();
  const pairs = (article, each) => {
    for (const text of [article.title, ...article.body.split(/[^\p{L}\p{N} ]+/u)]) {
      const words = split(text);
      for (let at = 1; at < words.length; at++) each(`${words[at - 1]} ${words[at]}`, words[at - 1], words[at]);
    }
  };
  const is_telling = (word) => word.length >= 4 && counts.get(word) < articles.length / 4;
  for (const article of source) {
    pairs(article, (pair, a, b) => is_telling(a) && is_telling(b) && candidates.set(pair, 0));
  }
  for (const article of articles) {
    const seen = new Set();
    pairs(article, (pair) => candidates.has(pair) && seen.add(pair));
    for (const pair of seen) candidates.set(pair, candidates.get(pair) + 1);
  }
  return [...candidates].filter(([, n]) => n >= 3).map(([pair]) => pair);
}

/** The questions for a corpus. */
export function questions(articles) {
  const random = chance(SEED);
  const source = articles.slice(0, N_SOURCE);
  const counts = frequencies(articles);
  const within = (low, high, length) => (word) =>
    /^[a-z]+$/.test(word) && word.length >= length && counts.get(word) >= low && counts.get(word) <= high;
  const all = [...new Set(source.flatMap(words_of))];
  const share = (part) => Math.ceil(articles.length * part);
  const middling = all.filter(within(share(0.0025), share(0.15), 4));
  const frequent = all.filter(within(share(0.005), share(0.3), 7));
  const pairs = phrases(articles, source, counts);
  const one = () => pick(random, middling);
  const of_article = (article) => [...new Set(split(article.body))].filter(within(share(0.0025), share(0.15), 4));
  const typo = () => {
    const want = pick(random, all.filter(within(share(0.001), share(0.1), 6)));
    const words = misspell(random, want);
    return counts.has(words) ? null : { words, want };
  };
  const facet = () => {
    const article = pick(random, source);
    const order = pick(random, [["places", "topics"], ["people", "places"], ["orgs", "month"], ["month", "places"], ["topics", "month"]]);
    const candidates = of_article(article);
    const chosen = Object.fromEntries(order.map((field) => [field, pick(random, article[field])]));
    return candidates.length ? { chosen, words: pick(random, candidates) } : null;
  };
  return {
    word: gather(N.word, () => ({ words: one() })),
    two: gather(N.two, () => {
      const words = of_article(pick(random, source));
      const [a, b] = [pick(random, words), pick(random, words)];
      return a && a !== b ? { words: `${a} ${b}` } : null;
    }),
    prefix: gather(N.prefix, () => pick(random, frequent)).flatMap((want) =>
      [3, 4, 5, 6].map((n) => ({ words: want.slice(0, n), want })),
    ),
    typo: gather(N.typo, typo),
    phrase: gather(N.phrase, () => ({ words: pick(random, pairs) })),
    facet: gather(N.facet, facet),
  };
}

/** Reads articles the slow, sure way. */
export class Judge {
  constructor(articles) {
    this.articles = articles;
    this.texts = articles.map((article) => ` ${words_of(article).join(" ")} `);
  }

  /** Whether an article holds words that begin with each of these. */
  has_all(n, words) {
    return split(words).every((word) => this.texts[n].includes(` ${word}`));
  }

  /** Whether an article holds each of these words, whatever the ending. */
  has_all_stems(n, words) {
    return this.has_all(n, split(words).map((word) => word.slice(0, Math.max(START, word.length - ENDING))).join(" "));
  }

  /** Whether an article holds these words in a row. */
  has_phrase(n, words) {
    return this.texts[n].includes(` ${split(words).join(" ")} `);
  }

  /** The counts of every facet under chosen values, all of which must hold, and words, if any. */
  count(chosen, words) {
    const counts = Object.fromEntries(FIELDS.map((field) => [field, {}]));
    let total = 0;
    this.articles.forEach((article, n) => {
      if (Object.entries(chosen).some(([field, value]) => !article[field].includes(value))) return;
      if (words && !this.has_all(n, words)) return;
      total++;
      for (const field of FIELDS) for (const value of article[field]) counts[field][value] = (counts[field][value] ?? 0) + 1;
    });
    return { counts, total };
  }

  /** Whether counts are the true ones, value by value; those without articles may be left out. */
  is_exact(given, chosen) {
    const truth = this.count(chosen);
    return given.total === truth.total && FIELDS.every((field) => same(truth.counts[field], given.counts[field] ?? {}));
  }
}

function same(one, other) {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => (one[key] ?? 0) === (other[key] ?? 0));
}
