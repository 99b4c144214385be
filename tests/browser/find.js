// Finds what assistive technology would find, by role and name, through open shadow roots. Only as much of
// the rules for names as the widget uses; axe-core checks in the same tests that the names are right.

const IMPLICIT = {
  a: (e) => (e.hasAttribute("href") ? "link" : null),
  article: () => "article",
  button: () => "button",
  figure: () => "figure",
  h1: () => "heading", h2: () => "heading", h3: () => "heading",
  h4: () => "heading", h5: () => "heading", h6: () => "heading",
  input: (e) =>
    ({ checkbox: "checkbox", radio: "radio", range: "slider", number: "spinbutton" })[e.type] || "textbox",
  li: () => "listitem",
  ol: () => "list",
  option: () => "option",
  output: () => "status",
  section: () => "region",
  select: () => "combobox",
  summary: () => "button",
  table: () => "table",
  td: () => "cell",
  textarea: () => "textbox",
  th: () => "columnheader",
  tr: () => "row",
  ul: () => "list",
};

function role(element) {
  const own = (element.getAttribute("role") || "").trim().split(/\s+/)[0];
  const implicit = IMPLICIT[element.localName];
  return own || (implicit ? implicit(element) : null);
}

/** The children as they are rendered: shadow roots in place of children, slotted nodes in place of slots. */
function rendered(node) {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  if (node.localName === "slot" && node.assignedNodes().length) return node.assignedNodes();
  return node.childNodes;
}

function hidden(element) {
  return element.getAttribute("aria-hidden") === "true" || !element.checkVisibility({ visibilityProperty: true });
}

function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
  return [...rendered(node)].map(text).join(" ");
}

const tidy = (words) => words.replace(/\s+/g, " ").trim();

function name(element) {
  const labels = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const named = labels.map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
  if (named.length) return tidy(named.map(text).join(" "));
  const own = element.getAttribute("aria-label") || element.getAttribute("alt");
  if (own) return tidy(own);
  if (element.labels && element.labels.length) return tidy([...element.labels].map(text).join(" "));
  const title = element.querySelector(":scope > title, :scope > caption, :scope > legend, :scope > figcaption");
  return tidy(title ? text(title) : text(element));
}

function* walk(node) {
  for (const child of rendered(node)) {
    if (child.nodeType !== Node.ELEMENT_NODE || hidden(child)) continue;
    yield child;
    yield* walk(child);
  }
}

/** The elements of this role in the widget, with their names. `wanted` may begin with "~": part of the name. */
function all(root, wantedRole, wanted) {
  const fits = (has) => (wanted.startsWith("~") ? has.includes(wanted.slice(1)) : !wanted || has === wanted);
  return [...walk(root)].filter((each) => role(each) === wantedRole && fits(name(each)));
}

/** The element that has the focus, through shadow roots. */
function focused() {
  let element = document.activeElement;
  while (element && element.shadowRoot && element.shadowRoot.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element;
}

/** Whether the element lies in something that scrolls sideways by itself. */
function scrolls(element) {
  for (let e = element; e; e = e.parentElement) {
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)) return true;
  }
  return false;
}
