// Runs Lighthouse over the built site and turns its scores into a table of the README.
//
// node run.mjs [--quick]; DATELINE_DIST names the site, DATELINE_CHROMIUM the browser, DATELINE_OUT a folder for
// the whole reports.
import fs from "node:fs";
import path from "node:path";
import * as launcher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { Fetcher } from "lighthouse/core/gather/fetcher.js";
import { rewrite, section } from "./report.mjs";
import { serve } from "./serve.mjs";

const HERE = path.dirname(new URL(import.meta.url).pathname);
const ROOT = path.resolve(HERE, "../..");
const DIST = process.env.DATELINE_DIST ?? path.join(ROOT, "dist");
const OUT = process.env.DATELINE_OUT ?? path.join(ROOT, "target", "lighthouse");
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** What a score has to reach. */
const FLOOR = 98;
/** Runs of each device; the one of median performance is shown, since a busy machine slows single ones. */
const N_RUNS = process.argv.includes("--quick") ? 1 : 3;
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
/**
 * Lighthouse's own two devices: a middling phone on slow mobile data, and a desktop. The slow line is applied, not
 * reckoned: on the quick one the program arrives before the first paint has been noted, and takes its place.
 */
const PHONE = { extends: "lighthouse:default", settings: { throttlingMethod: "devtools" } };
const DEVICES = { phone: PHONE, desktop: desktopConfig };

// Once loaded, the page refuses every request, Lighthouse's own for robots.txt with them; crawlers ask from outside.
Fetcher.prototype.fetchResource = function fetch_from_outside(url, { timeout } = { timeout: 2_000 }) {
  return this._wrapWithTimeout(this._fetchWithFetchApi(url), timeout);
};

async function look(address, config) {
  const chrome = await launcher.launch({
    chromePath: process.env.DATELINE_CHROMIUM,
    chromeFlags: FLAGS,
    ignoreDefaultFlags: true,
    logLevel: "error",
  });
  try {
    const flags = { port: chrome.port, output: "json", onlyCategories: CATEGORIES, logLevel: "error" };
    return (await lighthouse(address, flags, config)).lhr;
  } finally {
    chrome.kill();
  }
}

const score = (report, category) => Math.round((report.categories[category].score ?? 0) * 100);

async function median(address, config) {
  const reports = [];
  for (let run = 0; run < N_RUNS; run += 1) reports.push(await look(address, config));
  reports.sort((a, b) => score(a, "performance") - score(b, "performance"));
  return reports[Math.floor(N_RUNS / 2)];
}

/** Every audit that costs points or asks for something, with what it says. */
function complaints(report) {
  const audits = Object.values(report.audits).filter(({ score }) => score !== null && score < 1);
  return audits.map(({ id, displayValue, score }) => `    ${id}: ${displayValue ?? ""} (${score})`);
}

async function run() {
  const server = await serve(DIST);
  const results = [];
  try {
    for (const [device, config] of Object.entries(DEVICES)) {
      const report = await median(server.address, config);
      fs.mkdirSync(OUT, { recursive: true });
      fs.writeFileSync(path.join(OUT, `${device}.json`), JSON.stringify(report));
      const scores = CATEGORIES.map((category) => [report.categories[category].title, score(report, category)]);
      results.push({ device, scores, report });
      console.log(`${device}: ${scores.map(([title, n]) => `${title} ${n}`).join(", ")}`);
      console.log(complaints(report).join("\n"));
    }
  } finally {
    server.close();
  }
  const low = results.flatMap(({ device, scores }) => scores.filter(([, n]) => n < FLOOR).map(([title, n]) => `${title} on a ${device}: ${n}`));
  if (N_RUNS > 1) rewrite(path.join(ROOT, "README.md"), section(results));
  if (low.length > 0) throw new Error(`a score is under ${FLOOR}: ${low.join(", ")}; the whole reports are in ${OUT}`);
}

await run();
