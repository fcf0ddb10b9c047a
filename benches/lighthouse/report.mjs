// Turns the reports of one run into the lines of the README that show them.
import fs from "node:fs";

const START = "<!-- lighthouse: written by `cargo xtask lighthouse` -->";
const END = "<!-- end of lighthouse -->";

const seconds = (report, audit) => `${(report.audits[audit].numericValue / 1e3).toFixed(1)} s`;

/** The lines as Markdown. */
export function section(results) {
  const titles = results[0].scores.map(([title]) => title);
  const head = ["", ...titles, "first paint", "largest paint", "blocked"];
  const rows = results.map(({ device, scores, report }) => [
    device,
    ...scores.map(([, n]) => n),
    seconds(report, "first-contentful-paint"),
    seconds(report, "largest-contentful-paint"),
    `${Math.round(report.audits["total-blocking-time"].numericValue)} ms`,
  ]);
  const lines = [head, head.map((_, at) => (at ? "---:" : "---")), ...rows];
  const version = results[0].report.lighthouseVersion;
  return `Lighthouse ${version}, the site with the sample articles, of 100 each:

${lines.map((row) => `| ${row.join(" | ")} |`).join("\n")}`;
}

/** Replaces what stands between the markers of a README. */
export function rewrite(file, text) {
  const readme = fs.readFileSync(file, "utf8");
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`cannot rewrite ${file}: it has no lines '${START}' and '${END}'`);
  fs.writeFileSync(file, `${readme.slice(0, start + START.length)}\n${text}\n${readme.slice(end)}`);
}
