// A worker that reads a share of the articles. Hears the program or its address, then its share, then what was learned
// of all shares; says the program when it has started, then block by block what the product's workers say.
import init, { Helper } from "face/dateline.js";

let helper;
let extract;
const say = (bytes) => postMessage(bytes, [bytes.buffer]);

onmessage = async ({ data }) => {
  if (typeof data === "string" || data instanceof WebAssembly.Module) {
    const program = typeof data === "string" ? await WebAssembly.compileStreaming(fetch(data)) : data;
    await init({ module_or_path: program });
    postMessage(program);
  } else if (data instanceof Uint8Array) {
    helper.hear(data);
    for (let done; (done = helper.clean_next()); ) say(done);
    if (extract) for (let done; (done = helper.annotate_next()); ) say(done);
  } else {
    extract = data.extract;
    helper = new Helper(data.number, data.of, data.n_articles, data.texts, data.lengths);
    say(helper.learn());
  }
};
