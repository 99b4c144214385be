// React 18 makes attributes and knows no events but the browser's own: an object and what is heard go through a ref. A
// version of its own beside React 19, so a package of its own.
import { createElement, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function Story({ story, onChange }) {
  const element = useRef(null);
  useEffect(() => {
    const { current } = element;
    current.story = story;
    current.addEventListener("ledgerline:change", onChange);
    return () => current.removeEventListener("ledgerline:change", onChange);
  }, [story, onChange]);
  return createElement("ledger-line", { ref: element, view: "calculator" });
}

const heard = () => (record.heard = true);

function Article({ story }) {
  const [shown, show] = useState(true);
  record.show = show;
  return createElement("article", null, shown ? createElement(Story, { story, onChange: heard }) : null);
}

fetch(record.story)
  .then((answer) => answer.json())
  .then((story) => createRoot(document.getElementById("app")).render(createElement(Article, { story })));
