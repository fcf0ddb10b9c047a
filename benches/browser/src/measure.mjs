// Measures one peer on one corpus: loads it in fresh browsers, then asks it everything and judges the answers.
import { private_bytes, with_page } from "./browser.mjs";

export const CLASSES = ["word", "two", "prefix", "typo", "phrase"];

/** The value below which a share of the numbers lies, by the nearest rank. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] : null;
}

const summary = (answers) => {
  const times = answers.map(({ ms }) => ms);
  return { n: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
};

/** `run` is { server, wire(files), size, questions, judge, n_loads }. */
export async function measure(peer, run) {
  const address = (extra = "") => `${run.server.origin}/page/page.html?peer=${peer}&size=${run.size}${extra}`;
  const loads = [];
  for (let n = 1; n < run.n_loads; n++) {
    loads.push(await with_page(address(), (page) => page.evaluate(() => bench.load())));
  }
  run.server.asked.clear();
  return with_page(address(), async (page, browser) => {
    loads.push(await page.evaluate(() => bench.load()));
    const found = {
      build_ms: percentile(loads.map(({ build }) => build), 0.5),
      stages: loads.at(-1).stages,
      wire: run.wire([...run.server.asked]),
      private: await private_bytes(page, browser),
      asked: {},
    };
    for (const kind of CLASSES) found.asked[kind] = await ask(page, kind, run);
    found.asked.facet = await ask_facets(page, run);
    found.asked.facet_text = await times_alone(page, "facet_text", run.questions.facet);
    return found;
  });
}

/** Dateline once more, with every name and date read from the texts. */
export async function measure_extracting(run) {
  const address = `${run.server.origin}/page/page.html?peer=dateline&extract&size=${run.size}`;
  return with_page(address, async (page, browser) => {
    const { build, stages, n_workers } = await page.evaluate(() => bench.load());
    return { build_ms: build, stages, n_workers, private: await private_bytes(page, browser) };
  });
}

/** Questions that each view is asked. */
const N_VIEW_QUESTIONS = 100;

/** How long a reader waits for each view, with every name and date read from the texts. */
export async function measure_views(run) {
  const address = `${run.server.origin}/page/page.html?peer=dateline&size=${run.size}`;
  const found = await with_page(address, (page) => page.evaluate((n) => bench.views(n), N_VIEW_QUESTIONS));
  const times = (all) => ({ n: all.length, first: all[0], p50: percentile(all, 0.5), p95: percentile(all, 0.95) });
  const asked = Object.entries(found.asked).map(([name, all]) => [name, times(all)]);
  return { ...found, size: run.size, asked: Object.fromEntries(asked) };
}

const evaluate = (page, kind, questions, keeps) =>
  page.evaluate(([kind, questions, keeps]) => bench.ask(kind, questions, keeps), [kind, questions, keeps]);

async function times_alone(page, kind, questions) {
  const answers = await evaluate(page, kind, questions, false);
  return answers && summary(answers);
}

async function ask(page, kind, { questions, judge }) {
  const call = kind === "typo" || kind === "phrase" ? kind : "search";
  const answers = await evaluate(page, call, questions[kind], true);
  if (!answers) return null;
  const hits = answers.flatMap(({ answer }, at) => answer.map((n) => [n, questions[kind][at]]));
  const right = hits.filter(([n, { words }]) =>
    kind === "phrase" ? judge.has_phrase(n, words) : judge.has_all_stems(n, words),
  );
  const n_found = answers.filter(({ answer }, at) => {
    const wanted = questions[kind][at].want ?? questions[kind][at].words;
    return answer.some((n) => judge.has_all(n, wanted));
  });
  return { ...summary(answers), precision: hits.length ? right.length / hits.length : null, n_found: n_found.length };
}

async function ask_facets(page, { questions, judge }) {
  const answers = await evaluate(page, "facet", questions.facet, true);
  if (!answers) return null;
  const exact = answers.filter(({ answer }, at) => judge.is_exact(answer, questions.facet[at].chosen));
  return { ...summary(answers), n_exact: exact.length };
}
