// Measures how fast names and dates are found: in the page by what can run there, natively, and by spaCy where it is installed.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { with_page } from "./browser.mjs";

/** Milliseconds that each may read; the slowest reads a tenth of a megabyte in it. */
const BUDGET_MS = 4_000;
const NATIVE_MB = 8;
const IN_PAGE = {
  dateline: "Dateline, in the page",
  dateline_dates: "Dateline, dates alone, in the page",
  compromise: "compromise, names, in the page",
  chrono: "chrono-node, dates, in the page",
};

const speed = (bytes, ms) => ({ bytes, ms, mb_a_second: bytes / 1e6 / (ms / 1e3) });

/** Every extractor's speed on the same texts, as a list of { name, mb_a_second } or { name, absent }. */
export async function extraction(server, texts, out, budget_ms = BUDGET_MS) {
  const found = [];
  for (const [tool, name] of Object.entries(IN_PAGE)) {
    const address = `${server.origin}/page/page.html`;
    const read = await with_page(address, (page) =>
      page.evaluate(([tool, budget]) => bench.extract(tool, budget), [tool, budget_ms]),
    );
    found.push({ name, ...speed(read.bytes, read.ms), n_found: read.n_found });
  }
  found.push(...native(texts, out));
  found.push(spacy(path.join(out, "corpus", "texts.json"), budget_ms));
  return found;
}

function native(texts, out) {
  const enough = [];
  for (let bytes = 0, at = 0; bytes < NATIVE_MB * 1e6 && at < texts.length; at++) {
    enough.push(texts[at]);
    bytes += Buffer.byteLength(texts[at]);
  }
  const n_bytes = enough.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const results = [];
  if (process.env.DATELINE_THROUGHPUT) {
    const file = path.join(out, "texts.txt");
    fs.writeFileSync(file, enough.join("\f"));
    const { stdout } = spawnSync(process.env.DATELINE_THROUGHPUT, [file], { encoding: "utf8" });
    for (const line of stdout.trim().split("\n")) {
      const [what, mb] = line.split("\t");
      results.push({ name: `Dateline, ${what}, native, one thread`, mb_a_second: Number(mb) });
    }
  }
  if (process.env.DATELINE_PROGRAM) {
    const input = enough.map((text) => JSON.stringify({ text })).join("\n");
    const start = performance.now();
    spawnSync(process.env.DATELINE_PROGRAM, ["annotate", "--plain"], { input, stdio: ["pipe", "ignore", "ignore"] });
    const name = "`dateline annotate --plain`, JSON in and out, start included";
    results.push({ name, ...speed(n_bytes, performance.now() - start) });
  }
  return results;
}

function spacy(file, budget_ms) {
  const script = new URL("../extract/spacy_names.py", import.meta.url).pathname;
  const python = process.env.DATELINE_PYTHON ?? "python3";
  const answer = spawnSync(python, [script, file, String(budget_ms / 1e3)], { encoding: "utf8" });
  const name = "spaCy small English model, names, Python";
  if (answer.status !== 0) return { name, absent: "not installed here" };
  const { bytes, ms, version } = JSON.parse(answer.stdout.trim().split("\n").at(-1));
  return { name: `${name}, ${version}`, ...speed(bytes, ms) };
}
