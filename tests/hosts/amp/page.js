// As amp-iframe has it: a sentinel, a type and a height from its own frame.
record.height = null;
addEventListener("message", ({ data, source }) => {
  const frame = document.querySelector("iframe");
  if (source === frame.contentWindow && data && data.sentinel === "amp" && data.type === "embed-size") record.height = data.height;
});
