// What runs in `index.html`, the widget on a page of its own. Assembling puts `offline.js` in front.

const query = new URLSearchParams(location.search);
const element = document.querySelector("ledger-line");

for (const name of ["view", "lang", "theme"]) {
  if (query.has(name)) element.setAttribute(name, query.get(name));
}
const theme = query.get("theme");
// The page itself, too, so that both stand on one ground.
if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;
const story = web(query.get("story"));
if (story) {
  element.setAttribute("story", story);
  element.replaceChildren(); // They belong to the story of this page, and so does its language.
  document.documentElement.removeAttribute("lang");
}
named(element);
keepOffline(
  () => element,
  (what) => document.getElementById(what).removeAttribute("hidden"),
);
