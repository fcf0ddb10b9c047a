// Turns a command line into one run over all peers, and the run into the table of the README.
//
// node src/run.mjs [--quick] [--sizes 1000,5000,20000] [--peers dateline,minisearch] [--no-readme]
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { find_browser } from "./browser.mjs";
import { adapters, bundle, bundle_dateline, wire_bytes } from "./bundle.mjs";
import { extraction } from "./extraction.mjs";
import { articles } from "./generate.mjs";
import { measure, measure_extracting, measure_views } from "./measure.mjs";
import { Judge, questions } from "./questions.mjs";
import { rewrite, section } from "./report.mjs";
import { serve } from "./serve.mjs";

const HERE = path.dirname(path.dirname(new URL(import.meta.url).pathname));
const ROOT = path.resolve(HERE, "../..");
const OUT = process.env.DATELINE_BENCH_OUT ?? path.join(ROOT, "target", "bench-browser");
const FACE = process.env.DATELINE_FACE ?? path.join(OUT, "face");
const NAMES = {
  dateline: "Dateline",
  minisearch: "MiniSearch",
  flexsearch: "FlexSearch",
  orama: "Orama",
  sqlite: "SQLite FTS5",
};
const SIZES = [1_000, 5_000, 20_000];
const QUICK_SIZES = [300, 1_000];
/** Fresh loads of each peer; the median is shown. */
const N_LOADS = 3;
/** Articles that extraction reads. */
const N_TEXTS = 8_000;
const QUICK_BUDGET_MS = 1_000;

const has = (flag) => process.argv.includes(flag);
const list = (flag) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? null : process.argv[at + 1].split(",");
};

function check_flags() {
  const known = ["--quick", "--no-readme", "--sizes", "--peers"];
  const odd = process.argv.slice(2).find((word) => word.startsWith("--") && !known.includes(word));
  if (odd) throw new Error(`cannot read '${odd}': the flags are ${known.join(", ")}`);
}

async function machine() {
  const browser = await chromium.launch({ executablePath: find_browser(), headless: true, args: ["--no-sandbox"] });
  const version = browser.version();
  await browser.close();
  const processor = os.cpus()[0].model.replace(/\s+/g, " ").trim();
  const day = new Date().toISOString().slice(0, 10);
  return { n_cores: os.cpus().length, processor, browser: version, node: process.version, day };
}

function write_json(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value));
}

const wire = (files) => {
  const sums = { program: 0, articles: 0 };
  for (const file of files) {
    // The page and its harness are the same for all and belong to none.
    if (file.includes(`${path.sep}page${path.sep}`)) continue;
    sums[file.includes(`${path.sep}corpus${path.sep}`) ? "articles" : "program"] += wire_bytes(file, path.join(OUT, "wire"));
  }
  return sums;
};

function say(name, size, found) {
  const part = (asked) => (asked ? `${asked.p50.toFixed(3)}/${asked.p99.toFixed(3)}` : "none");
  const { word, two, phrase, facet } = found.asked;
  const times = `word ${part(word)} two ${part(two)} phrase ${part(phrase)} facet ${part(facet)} ms`;
  const memory = `${((found.private ?? 0) / 1e6).toFixed(0)} MB`;
  console.log(`${size} ${name}: built in ${(found.build_ms / 1e3).toFixed(2)} s, ${times}, ${memory}`);
}

async function run() {
  check_flags();
  const quick = has("--quick");
  const sizes = (list("--sizes") ?? (quick ? QUICK_SIZES : SIZES)).map(Number).sort((a, b) => a - b);
  const peers = list("--peers") ?? Object.keys(NAMES);
  await bundle(adapters(path.join(HERE, "peer")), path.join(OUT, "peer"), FACE);
  await bundle(adapters(path.join(HERE, "extract")), path.join(OUT, "extract"), FACE);
  await bundle_dateline(HERE, OUT, FACE);
  const all = articles(ROOT, sizes.at(-1));
  for (const size of sizes) write_json(path.join(OUT, "corpus", `${size}.json`), all.slice(0, size));
  const texts = all.slice(0, N_TEXTS).map(({ title, body }) => `${title}\n\n${body}`);
  write_json(path.join(OUT, "corpus", "texts.json"), texts);
  const folders = Object.fromEntries(["peer", "extract", "dateline", "corpus"].map((name) => [name, path.join(OUT, name)]));
  const vendor = path.join(HERE, "node_modules/@sqlite.org/sqlite-wasm/dist");
  const server = await serve({ ...folders, page: path.join(HERE, "page"), face: FACE, vendor });
  const results = { machine: await machine(), names: NAMES, corpus: {}, peers: {}, extracting: {}, extraction: [] };
  try {
    for (const size of sizes) {
      const corpus = all.slice(0, size);
      results.corpus[size] = corpus.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
      const one = { server, wire, size, questions: questions(corpus), judge: new Judge(corpus), n_loads: quick ? 1 : N_LOADS };
      results.peers[size] = {};
      for (const peer of peers) {
        results.peers[size][peer] = await measure(peer, one);
        say(peer, size, results.peers[size][peer]);
        write_json(path.join(OUT, "results.json"), results);
      }
      results.extracting[size] = await measure_extracting(one);
      console.log(`${size} dateline with names and dates:`, JSON.stringify(results.extracting[size].stages));
      if (size === sizes.at(-1)) results.views = await measure_views(one);
    }
    results.extraction = await extraction(server, texts, OUT, quick ? QUICK_BUDGET_MS : undefined);
  } finally {
    server.close();
  }
  write_json(path.join(OUT, "results.json"), results);
  const text = section(results);
  console.log(`\n${text}\n\nall figures: ${path.join(OUT, "results.json")}`);
  const is_whole = !quick && peers.length === Object.keys(NAMES).length;
  if (is_whole && !has("--no-readme")) rewrite(path.join(ROOT, "README.md"), text);
}

await run();
