// Turns adapters into one minified file each, and files into the bytes they weigh on the wire.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { createHash } from "node:crypto";
import { build } from "esbuild";

/** Brotli at its best for programs; articles weigh megabytes, and the last percent would take minutes. */
const QUALITY = { program: 11, articles: 9 };
const WINDOW_BITS = 24;

/** The adapters in a folder. */
export const adapters = (folder) =>
  fs.readdirSync(folder).filter((file) => file.endsWith(".js") && file !== "scan.js").map((file) => path.join(folder, file));

/** Bundles each of `files` into `out`. `face` is the folder of Dateline's WebAssembly; `define` as esbuild has it. */
export async function bundle(files, out, face, define = {}) {
  await build({
    entryPoints: files,
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    alias: { face },
    define,
    external: ["node:*"],
    logLevel: "error",
  });
}

/**
 * Bundles Dateline's worker into `out/dateline`, and its adapter for another harness into `out/guest`, which knows where
 * the files lie that it needs.
 */
export async function bundle_dateline(here, out, face) {
  await bundle([path.join(here, "dateline", "helper.js")], path.join(out, "dateline"), face);
  const vendor = {
    "dateline_bg.wasm": path.join(face, "dateline_bg.wasm"),
    "helper.js": path.join(out, "dateline", "helper.js"),
  };
  await bundle(adapters(path.join(here, "guest")), path.join(out, "guest"), face, { VENDOR: JSON.stringify(vendor) });
}

/** The bytes of a file as a server with brotli sends it; remembered in `cache`, since the large ones take long. */
export function wire_bytes(file, cache) {
  const bytes = fs.readFileSync(file);
  const quality = file.includes(`${path.sep}corpus${path.sep}`) ? QUALITY.articles : QUALITY.program;
  const known = path.join(cache, `${createHash("sha256").update(bytes).digest("hex")}-${quality}`);
  if (!fs.existsSync(known)) {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = zlib.constants;
    const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: WINDOW_BITS };
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(known, String(zlib.brotliCompressSync(bytes, { params }).length));
  }
  return Number(fs.readFileSync(known, "utf8"));
}
