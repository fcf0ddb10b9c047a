// Stands at the end of the worker's script: starts the compiled module that the page sends first, and
// tells the page of every request that is tried from here. Messages that arrive before the program
// listens are kept and delivered then; a failure to start reaches the page as the worker's error event.
// The worker sees only the object `dateline`, which starts another one like it, with the same module.
const policy = globalThis.trustedTypes?.createPolicy("dateline", {
  createScriptURL: (url) => {
    if (url === location.href) return url;
    throw new TypeError("no script may start from " + url);
  },
});
addEventListener("message", ({ data: { module, port } }) => {
  const early = [];
  const keep = (event) => early.push(event.data);
  addEventListener("message", keep);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) port.postMessage(["asked", entry.name]);
  }).observe({ type: "resource" });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    port.postMessage(["refused", effectiveDirective + " " + blockedURI]);
  });
  const startHelper = (name) => {
    const worker = new Worker(policy?.createScriptURL(location.href) ?? location.href, { name });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => port.postMessage(data);
    worker.postMessage({ module, port: port2 }, [port2]);
    return worker;
  };
  globalThis.dateline = Object.freeze({ startHelper });
  wasm_bindgen({ module_or_path: module }).then(
    () => {
      removeEventListener("message", keep);
      for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
    },
    (problem) => setTimeout(() => { throw problem; }),
  );
}, { once: true });
