addEventListener("load", () => setTimeout(() => {
  record.early = Boolean(document.querySelector("ledger-line").shadowRoot);
  document.getElementById("tab").className = "open";
}, 500));
