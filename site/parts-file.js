// Where the pieces lie in the edition that is one file: in this page, as text of which seven characters
// hold six bytes, as a number whose digits are the characters that a page holds as they are.
const NO_DIGITS = "\u0000\n\r<";
const digits = new Uint8Array(128);
let base = 0;
for (let code = 0; code < 128; code++) if (!NO_DIGITS.includes(String.fromCharCode(code))) digits[code] = base++;
const ready = new Promise((go) => addEventListener("DOMContentLoaded", go));
const unpack = async (name) => {
  await ready;
  const element = document.getElementById("part-" + name);
  const text = element.textContent;
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 7));
  for (let [from, to] = [0, 0]; from < text.length; from += 7, to += 6) {
    const end = Math.min(from + 7, text.length);
    let number = 0;
    for (let at = from; at < end; at++) number = number * base + digits[text.charCodeAt(at)];
    for (let at = to + end - from - 2; at >= to; at--) {
      bytes[at] = number % 256;
      number = Math.floor(number / 256);
    }
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
