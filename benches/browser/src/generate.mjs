// Turns the lists in lexicon/ into articles that a program can search and label: the vocabulary, the skew of names and
// the dates of news, but no meaning. The same seed gives the same articles; fewer articles are the first of more.
import fs from "node:fs";
import path from "node:path";
import { chance, pick, shuffled, zipf } from "./chance.mjs";

/** Chosen once; every figure in the README is of this corpus. */
const SEED = 20230420;
/** Different words; 20,000 newswire articles of Reuters hold about so many. */
const N_WORDS = 45_000;
const N_PEOPLE = 4_000;
const N_PLACES = 900;
const N_ORGANIZATIONS = 500;
const N_TOPICS = 90;
/** Words of an article: the median, and the spread as the standard deviation of its logarithm. */
const MEDIAN_WORDS = 190;
const SPREAD = 0.55;
/** The share of sentences that name somebody or something, about that of newswire. */
const NAMING = 0.55;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const N_DAYS = 5 * 365;

const FUNCTION_WORDS = (
  "the of to and in a that for is on was with said by as at from it has be have its were are had not but will who an " +
  "this which their after been they his would more one or about also out up than other first into two over last new " +
  "there when could some government people years all before where under because while during most no between many"
).split(" ");
const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo mar ten lor vel stan dric mon tal per sin gor nev".split(" ");
const ENDINGS = ["", "ed", "ing", "ion", "al", "er", "ment", "ity", "s", "ness"];
const TITLES = ["President", "Prime Minister", "Foreign Minister", "Mayor", "Governor", "General", "Judge", "Mr", "Ms"];
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = (
  "January February March April May June July August September October November December"
).split(" ");

/** Sentences that name: P a person, S the surname alone, T a title, L a place, O an organization, D a date, W words. */
const SENTENCES = [
  "T P said D that W.",
  "P, the head of O, told reporters in L that W.",
  "In L, W.",
  "W, S said.",
  "The talks between S and officials of O in L W.",
  "O said D it W.",
  "W in L, where S W.",
  "“W,” P said D.",
  "D, O W in L.",
  "W, according to O.",
];

const lines = (root, file) =>
  fs.readFileSync(path.join(root, "lexicon", file), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const first = (line) => line.split("\t")[0];

function vocabulary(root, random) {
  const words = new Set(FUNCTION_WORDS);
  const known = lines(root, "en/common.txt").filter((word) => /^[a-z]+$/.test(word));
  for (const word of shuffled(random, known)) words.add(word);
  while (words.size < N_WORDS) {
    const n = 2 + Math.floor(random() * 2);
    let word = "";
    for (let at = 0; at < n; at++) word += pick(random, SYLLABLES);
    words.add(word + pick(random, ENDINGS));
  }
  return [...words];
}

function names(root, random) {
  const given = lines(root, "people/given.txt");
  const surnames = shuffled(random, lines(root, "people/surnames.txt"));
  const people = new Set();
  while (people.size < N_PEOPLE) people.add(`${pick(random, given)} ${pick(random, surnames)}`);
  const countries = lines(root, "places/countries.tsv").map((line) => line.split("\t")[1]);
  const cities = lines(root, "places/cities.tsv").map(first);
  const places = [...new Set(shuffled(random, [...countries, ...countries, ...cities]))].slice(0, N_PLACES);
  const bodies = [...lines(root, "organizations/known.tsv").map(first), ...lines(root, "organizations/listed.txt")];
  const organizations = [...new Set(shuffled(random, bodies))].slice(0, N_ORGANIZATIONS);
  return { people: [...people], places, organizations };
}

function saidDate(random, day) {
  const date = new Date(day + Math.floor((random() - 0.7) * 400) * 86_400_000);
  const month = MONTHS[date.getUTCMonth()];
  const forms = [
    () => `on ${WEEKDAYS[date.getUTCDay()]}`,
    () => `last ${WEEKDAYS[date.getUTCDay()]}`,
    () => `on ${month} ${date.getUTCDate()}`,
    () => `on ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`,
    () => `in ${month} ${date.getUTCFullYear()}`,
    () => "two weeks ago",
    () => "earlier this month",
    () => `in ${date.getUTCFullYear()}`,
  ];
  return pick(random, forms)();
}

/** Writes articles one by one; `article(n)` must be called for 0, 1, 2 and so on. */
export function writer(root) {
  const random = chance(SEED);
  const words = vocabulary(root, random);
  const { people, places, organizations } = names(root, random);
  const word = zipf(random, words.length, 1.0, 2.7);
  const cast = {
    people: zipf(random, people.length, 0.9),
    places: zipf(random, places.length, 1.0),
    orgs: zipf(random, organizations.length, 0.95),
    topics: zipf(random, N_TOPICS, 0.8),
  };
  const draw = (from, list, most) => {
    const chosen = new Set();
    for (let n = 1 + Math.floor(random() * most); n > 0; n--) chosen.add(list[from()]);
    return [...chosen];
  };
  const someWords = (n) => Array.from({ length: n }, () => words[word()]).join(" ");
  const capital = (text) => text.replace(/^(\P{L}*)(\p{Ll})/u, (_, before, letter) => before + letter.toUpperCase());
  const topics = Array.from({ length: N_TOPICS }, (_, at) => words[FUNCTION_WORDS.length + at * 7]);

  function sentence(labels, day) {
    if (random() > NAMING) return capital(`${someWords(9 + Math.floor(random() * 16))}.`);
    const person = pick(random, labels.people);
    const parts = {
      P: () => person,
      S: () => person.slice(person.indexOf(" ") + 1),
      T: () => pick(random, TITLES),
      L: () => pick(random, labels.places),
      O: () => pick(random, labels.orgs),
      D: () => saidDate(random, day),
      W: () => someWords(4 + Math.floor(random() * 9)),
    };
    return capital(pick(random, SENTENCES).replace(/\b[PSTLODW]\b/g, (slot) => parts[slot]()));
  }

  return function article(n) {
    const day = FIRST_DAY + Math.floor(random() * N_DAYS) * 86_400_000;
    const date = new Date(day).toISOString().slice(0, 10);
    const labels = {
      people: draw(cast.people, people, 4),
      places: draw(cast.places, places, 3),
      orgs: draw(cast.orgs, organizations, 2),
      topics: draw(cast.topics, topics, 2),
      month: [date.slice(0, 7)],
    };
    const normal = Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
    const n_words = Math.min(2_000, Math.max(40, MEDIAN_WORDS * Math.exp(SPREAD * normal)));
    const paragraphs = [];
    for (let written = 0; written < n_words; ) {
      const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(labels, day));
      paragraphs.push(sentences.join(" "));
      written += paragraphs.at(-1).split(" ").length;
    }
    const lead = pick(random, [labels.people, labels.orgs, labels.places])[0];
    const title = capital(`${lead} ${someWords(5 + Math.floor(random() * 4))}`);
    return { n, title, body: paragraphs.join("\n\n"), date, ...labels };
  };
}

/** The first `n` articles. */
export function articles(root, n) {
  const write = writer(root);
  return Array.from({ length: n }, (_, at) => write(at));
}
