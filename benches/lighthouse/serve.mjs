// Serves the built site as a host does: compressed, files with a hash in their names kept for good.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".svg", ".txt", ".wasm", ".webmanifest"]);
const NAMED_BY_CONTENT = /-[0-9a-f]{16}\.\w+$/;

function answer_of(file) {
  const extension = path.extname(file);
  const bytes = fs.readFileSync(file);
  const headers = {
    "content-type": TYPES[extension] ?? "application/octet-stream",
    "cache-control": NAMED_BY_CONTENT.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": "frame-ancestors 'none'",
  };
  if (!COMPRESSED.has(extension)) return { headers, body: bytes };
  return { headers: { ...headers, "content-encoding": "br" }, body: zlib.brotliCompressSync(bytes) };
}

/** Serves the files of `folder` below `/`; answers the address, and `close`. */
export async function serve(folder) {
  const names = fs.readdirSync(folder).filter((name) => fs.statSync(path.join(folder, name)).isFile());
  const answers = new Map(names.map((name) => [`/${name}`, answer_of(path.join(folder, name))]));
  answers.set("/", answers.get("/index.html"));
  const server = http.createServer((request, response) => {
    const answer = answers.get(new URL(request.url, "http://localhost").pathname);
    if (answer) response.writeHead(200, answer.headers).end(answer.body);
    else response.writeHead(404, answers.get("/404.html").headers).end(answers.get("/404.html").body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
