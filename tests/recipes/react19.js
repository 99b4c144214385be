// React 19 sets properties and listens to events by itself.
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";

const heard = () => (record.heard = true);

function Article({ story }) {
  const [shown, show] = useState(true);
  record.show = show;
  const widget = createElement("ledger-line", { story, view: "calculator", "onledgerline:change": heard });
  return createElement("article", null, shown ? widget : null);
}

fetch(record.story)
  .then((answer) => answer.json())
  .then((story) => createRoot(document.getElementById("app")).render(createElement(Article, { story })));
