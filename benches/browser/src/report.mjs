// Turns the figures of one run into the section of the README that shows them.
//
// node src/report.mjs RESULTS.json [README.md] prints the section, or writes it into that file.
import fs from "node:fs";
import { fileURLToPath } from "node:url";

const START = "<!-- how fast: written by `cargo xtask bench browser` -->";
const END = "<!-- end of how fast -->";

const digits = (n) => (n >= 100 ? Math.round(n).toLocaleString("en-US") : n >= 10 ? n.toFixed(1) : n.toFixed(2));
const three = (n) => (n < 1 ? n.toFixed(3) : digits(n));
const pair = (asked) => (asked ? `${three(asked.p50)} / ${three(asked.p99)}` : "none");
const kilobytes = (n) => `${Math.round(n / 1e3)} kB`;
const megabytes = (n) => (!n ? "not known" : n < 1e6 ? kilobytes(n) : `${(n / 1e6).toFixed(1)} MB`);
const percent = (share) => (share === null ? "none" : `${(share * 100).toFixed(1).replace(/\.0$/, "")} %`);
const sum = (numbers) => numbers.reduce((sum, n) => sum + n, 0);
const table = (head, rows) =>
  [head, head.map((_, at) => (at ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const ROWS = [
  ["one word", (peer) => pair(peer.asked.word)],
  ["two words", (peer) => pair(peer.asked.two)],
  ["prefix, as typed", (peer) => pair(peer.asked.prefix)],
  ["hits with both words, in any ending", (peer) => percent(peer.asked.two.precision)],
  ["one typo", (peer) => pair(peer.asked.typo)],
  ["typos whose word is found", (peer) => (peer.asked.typo ? `${peer.asked.typo.n_found} of ${peer.asked.typo.n}` : "none")],
  ["phrase", (peer) => pair(peer.asked.phrase)],
  ["hits with the phrase", (peer) => (peer.asked.phrase ? percent(peer.asked.phrase.precision) : "none")],
  ["two values chosen, all facets counted", (peer) => pair(peer.asked.facet)],
  ["exact counts", (peer) => (peer.asked.facet ? `${peer.asked.facet.n_exact} of ${peer.asked.facet.n}` : "none")],
  ["the same with a word", (peer) => pair(peer.asked.facet_text)],
  ["raw text to searchable, s", (peer) => digits(peer.build_ms / 1e3)],
  ["over the wire: program", (peer) => megabytes(peer.wire.program)],
  ["over the wire: all", (peer) => megabytes(peer.wire.program + peer.wire.articles)],
  ["memory of the page", (peer) => megabytes(peer.private)],
];

function peers_table(results, size) {
  const peers = results.peers[size];
  const names = Object.keys(peers);
  return table(
    ["", ...names.map((name) => results.names[name])],
    ROWS.map(([label, cell]) => [label, ...names.map((name) => cell(peers[name]))]),
  );
}

function growth_table(results) {
  const sizes = Object.keys(results.peers).map(Number);
  const rows = sizes.map((size) => {
    const { dateline } = results.peers[size];
    const extracting = results.extracting[size];
    const asked = dateline.asked;
    const cells = [asked.word, asked.phrase, asked.facet, asked.facet_text].map(pair);
    const seconds = [dateline.build_ms, extracting.build_ms].map((ms) => digits(ms / 1e3));
    return [size.toLocaleString("en-US"), ...cells, ...seconds, megabytes(dateline.private), megabytes(extracting.private)];
  });
  const head = ["articles", "one word", "phrase", "facets", "facets and a word", "to searchable, s"];
  return table([...head, "with names and dates, s", "memory", "with names and dates"], rows);
}

function extraction_table(results) {
  const rows = results.extraction.map(({ name, mb_a_second, absent }) => [name, absent ?? digits(mb_a_second)]);
  return table(["names and dates", "MB of text a second"], rows);
}

function views_table({ asked }) {
  const rows = Object.entries(asked).map(([name, { first, p50, p95 }]) => [name, ...[first, p50, p95].map(digits)]);
  return table(["view", "first answer", "median", "95th percentile"], rows);
}

function views_line({ size, asked, prepare, memory_bytes }) {
  const [{ n }] = Object.values(asked);
  const grown = memory_bytes.after - memory_bytes.before;
  const seconds = digits(sum(prepare) / 1e3);
  return `The views over ${size.toLocaleString("en-US")} articles with names and dates, each asked ${n} different questions once: the list
of all, one or two names, words. Tables that several views share are made while nobody asks, in ${seconds} s, for which
the memory of the engine grows by ${grown ? megabytes(grown) : "nothing"}:`;
}

function stages_line(results, size) {
  const stages = results.extracting[size].stages;
  const parts = Object.entries(stages).map(([name, ms]) => `${name} ${digits(ms / 1e3)} s`);
  return `With names and dates, at ${Number(size).toLocaleString("en-US")} articles, from the end of each stage to that of the next,
by the clock, with ${workers(results, size)}: ${parts.join(", ")}.`;
}

/** In the words of the report, how many workers read the articles. */
function workers(results, size) {
  const n = results.extracting[size].n_workers;
  return n ? `${n} workers` : "no worker";
}

/** The section as Markdown. */
export function section(results) {
  const { machine } = results;
  const size = Object.keys(results.peers).map(Number).at(-1);
  return `One run on one machine: ${machine.n_cores} cores (${machine.processor}), Chromium ${machine.browser}, ${machine.day}.
${size.toLocaleString("en-US")} generated articles, ${megabytes(results.corpus[size])} of text, with the vocabulary and the skew of names of
news; each library in a fresh browser, on the page's own thread. Dateline reads the articles there as in the product, with
${workers(results, size)}; its index stands on the page's thread like the others, and is asked there. Times are in
milliseconds: the median / the 99th percentile.

${peers_table(results, size)}

The counts of MiniSearch are a loop written by hand beside it. Dateline counts here by the labels that the others are
given; reading every name and date itself takes it longer:

${growth_table(results)}

${stages_line(results, size)}

${views_line(results.views)}

${views_table(results.views)}

${extraction_table(results)}

\`cargo xtask bench browser\` measures again and rewrites this section; it needs Node and Chromium.`;
}

/** Replaces what stands between the markers of a README. */
export function rewrite(file, text) {
  const readme = fs.readFileSync(file, "utf8");
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`cannot rewrite ${file}: it has no lines '${START}' and '${END}'`);
  fs.writeFileSync(file, `${readme.slice(0, start + START.length)}\n${text}\n${readme.slice(end)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [results, readme] = process.argv.slice(2);
  const text = section(JSON.parse(fs.readFileSync(results, "utf8")));
  if (readme) rewrite(readme, text);
  else console.log(text);
}
