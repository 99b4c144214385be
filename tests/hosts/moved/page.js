customElements.whenDefined("ledger-line").then(async () => {
  const widget = document.querySelector("ledger-line");
  await widget.ready;
  await widget.select({ year: 1990 });
  document.body.append(widget);
  widget.remove();
  await new Promise((resolve) => setTimeout(resolve, 50));
  document.querySelector("main").prepend(widget);
  await new Promise((resolve) => setTimeout(resolve));
  await widget.ready;
  record.state = widget.state;
});
