// Dateline behind the shape that every peer has here: see page.js.
import init, { Explorer } from "face/dateline.js";

const PLACE = { people: "who", places: "where", orgs: "org", topics: "org", month: "when" };
const KINDS = { people: "person", places: "place", orgs: "organization" };
/** Dateline knows no topics of its own: they stand among the organizations under names that no organization has. */
const TOPIC = "topic: ";
/** What a place lies in is counted beside the places; the labels know no such levels. */
const LEVEL = "in:";
const STEP = 500;
let explorer;
let values;

async function stage(stages, name, work) {
  const start = performance.now();
  await work();
  stages[name] = performance.now() - start;
}

export default {
  name: "Dateline",
  async prepare() {
    await init({ module_or_path: "/face/dateline_bg.wasm" });
  },
  /** `extract`: facets from what the texts say, instead of from the labels that the other peers are given. */
  async build(articles, { extract, progress }) {
    const stages = {};
    explorer = new Explorer();
    await stage(stages, "add", () => articles.forEach((article) => add(article, !extract)));
    await stage(stages, "clean", () => explorer.clean());
    if (extract) {
      await stage(stages, "annotate", () => {
        for (let n = 0; n < articles.length; ) progress((n = explorer.annotate(STEP)), articles.length);
      });
      await stage(stages, "resolve", () => explorer.resolve());
    } else {
      await stage(stages, "resolve", () => explorer.take_labels());
    }
    await stage(stages, "index", () => explorer.build());
    values = [0, 1, 2, 3].map((facet) => explorer.values(facet).split("\n"));
    return stages;
  },
  search: (words, n) => [...explorer.search(words, n).subarray(1)],
  phrase: (words, n) => [...explorer.search(`"${words}"`, n).subarray(1)],
  facet(chosen, words) {
    const line = ([field, value]) => `${PLACE[field]}\t${field === "topics" ? TOPIC : ""}${value}`;
    const counted = explorer.count(Object.entries(chosen).map(line).join("\n"), words ?? "", 10);
    const counts = { people: {}, places: {}, orgs: {}, topics: {}, month: {} };
    read(counted, 0, (value, n) => (counts.people[value] = n));
    read(counted, 1, (value, n) => value.startsWith(LEVEL) || (counts.places[value] = n));
    read(counted, 2, (value, n) => value.length === "2020-01".length && (counts.month[value] = n));
    read(counted, 3, (value, n) => {
      if (value.startsWith(TOPIC)) counts.topics[value.slice(TOPIC.length)] = n;
      else counts.orgs[value] = n;
    });
    const answer = { counts, total: counted.total };
    counted.free();
    return answer;
  },
};

function add(article, is_labelled) {
  explorer.add(article.title, article.body, article.date);
  if (!is_labelled) return;
  for (const field in KINDS) for (const value of article[field]) explorer.label(KINDS[field], value);
  for (const value of article.topics) explorer.label("organization", TOPIC + value);
}

function read(counted, facet, each) {
  const counts = counted.counts(facet);
  const names = values[facet];
  for (let at = 0; at < counts.length; at++) if (counts[at]) each(names[at], counts[at]);
}
