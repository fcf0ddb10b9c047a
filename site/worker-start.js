// Stands at the end of the worker's script: starts the compiled module that the page sends first, and
// tells the page of every request that is tried from here. Messages that arrive before the program
// listens are kept and delivered then; a failure to start reaches the page as the worker's error event.
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
  wasm_bindgen({ module_or_path: module }).then(
    () => {
      removeEventListener("message", keep);
      for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
    },
    (problem) => setTimeout(() => { throw problem; }),
  );
}, { once: true });
