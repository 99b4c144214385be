addEventListener("load", () => {
  document.getElementById("place").innerHTML = '<ledger-line id="widget"><p>What the reader has without the widget.</p></ledger-line>';
});
