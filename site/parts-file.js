// Where the pieces lie in the edition that is one file: in this page, as text of which each character holds the next
// seven bits, or fourteen where the first seven would make a character that a page does not hold as it is.
const NOT_AS_THEY_ARE = "\u0000\n\r<";
const ready = new Promise((go) => addEventListener("DOMContentLoaded", go));
const unpack = async (name) => {
  await ready;
  const element = document.getElementById("part-" + name);
  const text = element.textContent;
  // What the last character has too much of falls behind the end, where nothing is stored.
  const bytes = new Uint8Array(Number(element.dataset.bytes));
  let [n_bytes, bits, n_bits] = [0, 0, 0];
  const take = (seven) => {
    bits = (bits << 7) | seven;
    n_bits += 7;
    if (n_bits >= 8) bytes[n_bytes++] = bits >> (n_bits -= 8);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) take(NOT_AS_THEY_ARE.charCodeAt((code >> 7) - 1));
    take(code & 127);
  }
  element.remove();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
};
const parts = {
  code: async () => (await unpack("code")).text(),
  languages: [],
  bytes: async (name) => (await unpack(name)).arrayBuffer(),
  module: async (name) => WebAssembly.compile(await (await unpack(name)).arrayBuffer()),
};
