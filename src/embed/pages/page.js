// What runs in `index.html`, the widget on a page of its own. Assembling puts `offline.js` in front.

const query = new URLSearchParams(location.search);
const element = document.querySelector("ledger-line");

for (const name of ["view", "lang", "theme"]) {
  if (query.has(name)) element.setAttribute(name, query.get(name));
}
const story = web(query.get("story"));
if (story) {
  element.setAttribute("story", story);
  element.replaceChildren(); // They belong to the founding story.
}
element.addEventListener("ledgerline:ready", () => {
  const heading = element.shadowRoot.querySelector("h2");
  if (heading) document.title = heading.textContent;
});

keepOffline(
  () => element,
  (what) => document.getElementById(what).removeAttribute("hidden"),
);
