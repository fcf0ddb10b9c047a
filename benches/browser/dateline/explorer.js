// Dateline as a benchmark's page asks it: articles into an index, and the fields of the articles as its facets.
//
// Workers read the articles, as in the product, and hand what they have done to the page, where the index stands, so
// that no question waits for a message. Where workers do not start, the page reads alone.
import init, { Explorer, n_helpers } from "face/dateline.js";
import { hand_out } from "./share.js";

const PLACE = { people: "who", places: "where", orgs: "org", topics: "org", month: "when" };
const KINDS = { people: "person", places: "place", orgs: "organization" };
/** Dateline knows no topics of its own: they stand among the organizations under names that no organization has. */
const TOPIC = "topic: ";
/** What a place lies in is counted beside the places; the labels know no such levels. */
const LEVEL = "in:";
/** The field that a value of each facet stands for. */
const FIELD = [
  () => "people",
  (slug) => (slug.startsWith(LEVEL) ? null : "places"),
  (slug) => (slug.length === "2020-01".length ? "month" : null),
  (slug) => (slug.startsWith(TOPIC) ? "topics" : "orgs"),
];
/** Articles between two words on how far it is, where the page reads alone. */
const STEP = 500;
/** How long workers may take to start, in milliseconds. */
const START_MS = 10_000;
const LARGEST = 2 ** 32 - 1;

let explorer;
let values;
let crew;

/** How many workers read the articles. */
export const n_workers = () => crew.length;

/**
 * Loads the program from an address, and starts as many workers as could be of use. Answers the workers. The first of
 * them fetches and compiles it, so that the page's own thread stays free.
 */
export async function start(wasm, helper) {
  const address = new URL(wasm, location.href).href;
  const first = start_one(helper, address);
  try {
    const module = (await first.ready).said;
    await init({ module_or_path: module });
    const n = n_helpers(navigator.hardwareConcurrency, LARGEST);
    const others = Array.from({ length: Math.max(n, 1) - 1 }, () => start_one(helper, module));
    return (await Promise.all([first, ...others].map(({ ready }) => ready))).map(({ worker }) => worker);
  } catch (problem) {
    console.warn(`without workers: ${problem.message}`);
    await init({ module_or_path: address });
    return [];
  }
}

/** Starts a worker with the program, or with its address. */
function start_one(helper, program) {
  const worker = new Worker(helper, { type: "module" });
  const ready = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve({ worker, said: data });
    worker.onerror = () => reject(new Error("one does not start"));
    setTimeout(() => reject(new Error("one says nothing")), START_MS);
  });
  worker.postMessage(program);
  return { worker, ready };
}

/**
 * Reads the articles. `extract`: facets from what the texts say, instead of from their labels. Answers the milliseconds
 * from the end of each stage to that of the next.
 */
export async function read(workers, articles, { extract, progress }) {
  explorer = new Explorer();
  const stages = {};
  let last = performance.now();
  const end = (stage) => {
    const now = performance.now();
    stages[stage] = now - last;
    last = now;
  };
  crew = workers.slice(0, n_helpers(workers.length, articles.length));
  workers.slice(crew.length).forEach((worker) => worker.terminate());
  if (crew.length) await read_with(articles, extract, progress, end);
  else read_alone(articles, extract, progress, end);
  if (extract) explorer.resolve();
  else explorer.take_labels();
  end("resolve");
  explorer.build();
  values = FIELD.map((_, facet) => name(facet));
  end("index");
  requestIdleCallback(rehearse);
  return stages;
}

/** While nobody asks, what is likely to be asked first is answered once, as in the product. */
function rehearse(idle) {
  while (idle.timeRemaining() > 1) {
    const counted = explorer.rehearse();
    if (!counted) return;
    tally(counted);
  }
  requestIdleCallback(rehearse);
}

function read_alone(articles, extract, progress, end) {
  for (const { title, body, date } of articles) explorer.add(title, body, date);
  if (!extract) label(articles);
  end("add");
  explorer.clean();
  end("clean");
  explorer.index_words();
  end("words");
  if (!extract) return;
  for (let n = 0; n < articles.length; ) progress((n = explorer.annotate(STEP)), articles.length);
  end("annotate");
}

/** While the workers read, the page takes in what is done. */
async function read_with(articles, extract, progress, end) {
  explorer.expect(articles.length, crew.length);
  const told = listen();
  crew.forEach((worker, number) => hand_out(worker, articles, number, crew.length, extract));
  end("add");
  if (!extract) label(articles);
  let learned;
  while (!(learned = explorer.learned())) explorer.take(await told());
  crew.forEach((worker) => worker.postMessage(learned));
  end("learn");
  while (explorer.n_cleaned() < articles.length) explorer.take(await told());
  if (!extract) crew.forEach((worker) => worker.terminate());
  end("clean");
  explorer.index_words();
  end("words");
  if (!extract) return;
  // What resolving needs of the articles alone is found while names are awaited.
  while (explorer.n_annotated() < articles.length) {
    if (told.is_quiet() && explorer.read_ahead()) await turn();
    else explorer.take(await told());
    progress(explorer.n_annotated(), articles.length);
  }
  crew.forEach((worker) => worker.terminate());
  end("annotate");
}

/** What workers say, one message a call, in the order it comes; fails when one of them does. */
function listen() {
  const waiting = [];
  let wake = null;
  let problem = null;
  const hear = (done) => {
    waiting.push(done);
    wake?.();
  };
  for (const worker of crew) {
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (event) => hear((problem = new Error(`a worker failed: ${event.message}`)));
  }
  const told = async () => {
    while (!waiting.length) await new Promise((resolve) => (wake = resolve));
    if (problem) throw problem;
    return waiting.shift();
  };
  told.is_quiet = () => !waiting.length;
  return told;
}

/** Lets messages in that wait. */
const turn = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

function label(articles) {
  articles.forEach((article, at) => {
    for (const field in KINDS) for (const value of article[field]) explorer.label(at, KINDS[field], value);
    for (const value of article.topics) explorer.label(at, "organization", TOPIC + value);
  });
}

/** The best articles for words as typed, and how many match. */
export function search(words, n) {
  const [total, ...ids] = explorer.search(words, n);
  return { ids, total };
}

/** How many of the articles with all chosen values, and words where there are any, have each value of each field. */
export function count(chosen, words, n) {
  const lines = chosen.map(([field, value]) => `${PLACE[field]}\t${field === "topics" ? TOPIC : ""}${value}`);
  return tally(explorer.count(lines.join("\n"), words ?? "", n));
}

/** What was counted, as the labels have it. */
function tally(counted) {
  const counts = { people: {}, places: {}, orgs: {}, topics: {}, month: {} };
  values.forEach(({ fields, names }, facet) => {
    const pairs = counted.counts(facet);
    for (let at = 0; at < pairs.length; at += 2) {
      const value = pairs[at];
      if (fields[value]) counts[fields[value]][names[value]] = pairs[at + 1];
    }
  });
  const answer = { counts, total: counted.total, ids: [...counted.order()] };
  counted.free();
  return answer;
}

/** The values of a facet as the labels have them: the field of each, where there is one, and its name there. */
function name(facet) {
  const slugs = explorer.values(facet).split("\n");
  const fields = slugs.map(FIELD[facet]);
  const names = slugs.map((slug, at) => (fields[at] === "topics" ? slug.slice(TOPIC.length) : slug));
  return { fields, names };
}

/** The headline of an article. */
export const title = (n) => explorer.title(n);
