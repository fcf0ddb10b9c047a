// Turns adapters into one minified file each, and files into the bytes they weigh on the wire.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { createHash } from "node:crypto";
import { build } from "esbuild";

/** Brotli at its best for programs; articles weigh megabytes, and the last percent would take minutes. */
const QUALITY = { program: 11, articles: 9 };
const WINDOW_BITS = 24;

/** Bundles every adapter of `folder` into `out`. `face` is the folder of Dateline's WebAssembly. */
export async function bundle(folder, out, face) {
  const adapters = fs.readdirSync(folder).filter((file) => file.endsWith(".js") && file !== "scan.js");
  await build({
    entryPoints: adapters.map((file) => path.join(folder, file)),
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    alias: { face },
    external: ["node:*"],
    logLevel: "error",
  });
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
