// Starts one browser per measurement and reads what its page holds in memory.
import fs from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** How long a load or a class of questions may take, in milliseconds: the slowest peer at 20,000 articles needs a minute. */
const LIMIT_MS = 300_000;
/** Between asking for a collection of garbage and reading the memory, in milliseconds. */
const SETTLE_MS = 500;

/** The browser named in the environment, or the first one on PATH. */
export function find_browser() {
  const on_path = (process.env.PATH ?? "").split(":").flatMap((folder) => NAMES.map((name) => `${folder}/${name}`));
  const found = [process.env.DATELINE_CHROMIUM, ...on_path].find((file) => file && fs.existsSync(file));
  if (!found) throw new Error("cannot find Chromium: put it on PATH or name it in DATELINE_CHROMIUM");
  return found;
}

/** Opens an address in a browser of its own with an empty profile, hands the page to `work`, and closes the browser. */
export async function with_page(address, work) {
  const browser = await chromium.launch({ executablePath: find_browser(), headless: true, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    page.on("pageerror", (error) => console.error(`    page: ${error}`));
    await page.goto(address);
    await page.waitForFunction(() => window.bench);
    return await work(page, browser);
  } finally {
    await browser.close();
  }
}

/** Bytes that the page's process shares with nobody, after collecting garbage; nothing where the system does not say. */
export async function private_bytes(page, browser) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => private_of(id));
  return Math.max(...sizes) || null;
}

function private_of(process_id) {
  try {
    // Pages of the browser's own interface are renderers too.
    if (fs.readFileSync(`/proc/${process_id}/cmdline`, "utf8").includes("--top-chrome-webui")) return 0;
    const text = fs.readFileSync(`/proc/${process_id}/smaps_rollup`, "utf8");
    const kilobytes = [...text.matchAll(/^Private_\w+:\s+(\d+)/gm)].map(([, n]) => Number(n));
    return kilobytes.reduce((sum, n) => sum + n, 0) * 1024;
  } catch {
    return 0;
  }
}
