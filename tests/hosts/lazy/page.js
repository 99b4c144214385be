addEventListener("load", () => setTimeout(() => {
  record.early = Boolean(document.querySelector("ledger-line").shadowRoot);
  record.fetched = performance.getEntriesByType("resource").filter((each) => each.name.endsWith(".wasm")).length;
  scrollTo(0, document.documentElement.scrollHeight);
}, 500));
