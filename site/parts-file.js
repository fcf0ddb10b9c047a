// Where the pieces lie in the edition that is one file: in this page, as text that holds seven bits in
// each character. The four characters that a page cannot hold as they are come as others.
const STAND_INS = "\u0000\n\r<";
const BITS = 7;
const ready = new Promise((go) => addEventListener("DOMContentLoaded", go));
const unpack = async (name) => {
  await ready;
  const element = document.getElementById("part-" + name);
  const text = element.textContent;
  const bytes = new Uint8Array((text.length * BITS) >> 3);
  let [held, nHeld, at] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    held = (held << BITS) | (c < 128 ? c : STAND_INS.charCodeAt(c - 192));
    nHeld += BITS;
    if (nHeld >= 8) {
      nHeld -= 8;
      bytes[at++] = held >> nHeld;
      held &= (1 << nHeld) - 1;
    }
  }
  element.remove();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
};
const parts = {
  code: async () => (await unpack("code")).text(),
  module: async (name) => WebAssembly.compile(await (await unpack(name)).arrayBuffer()),
};
