// Serves folders to the browser on this machine, isolated, so that its clock ticks in microseconds.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const HEADERS = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Serves `folders`, from the first part of an address to a folder. Answers the origin, what was asked for, and `close`. */
export async function serve(folders) {
  const asked = new Set();
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const [, first, ...rest] = name.split("/");
    const file = folders[first] && path.join(folders[first], ...rest);
    const is_inside = file && path.resolve(file).startsWith(path.resolve(folders[first]));
    if (!is_inside || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404, HEADERS).end();
      return;
    }
    asked.add(file);
    response.writeHead(200, {
      ...HEADERS,
      "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "content-length": fs.statSync(file).size,
    });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, asked, close: () => server.close() };
}
