// Where the pieces lie in the edition that is a folder on a web server. `files` comes before this: the
// address and the hash of each, so that a file of another version or a damaged one never runs.
const load = async (name) => {
  const [url, integrity] = files[name];
  const answer = await fetch(url, { integrity });
  if (!answer.ok) throw new Error(url + " is missing: " + answer.status);
  return answer;
};
const inflate = (body) => new Response(body.pipeThrough(new DecompressionStream("deflate-raw")));
const parts = {
  isServed: files.isServed,
  service: files.service,
  advice: location.protocol === "file:" ? "This is the edition for a web server; a browser does not run it straight from a folder. Open it through a web server, or open the edition in one file." : undefined,
  code: async () => (await load("code")).text(),
  languages: Object.keys(files).filter((name) => name.startsWith("words-")),
  // While the site is served from where it is developed, not every piece is there. Hosts compress only kinds of
  // files that they know; these pieces come compressed.
  bytes: async (name) => files[name] && inflate((await load(name)).body).arrayBuffer(),
  // Compiled from bytes, because some hosts give WebAssembly another type.
  module: async (name) => WebAssembly.compile(await (await load(name)).arrayBuffer()),
};
