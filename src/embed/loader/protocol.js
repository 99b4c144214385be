// ------------------------------------------------- between a page and its frame

// Messages are objects `{ ledgerline: 1, type, … }`. This file is also in `frame.js`, and is tested by Node.

const PROTOCOL = 1;
const HIGHEST = 50000;
/** Events of the child that the page hears as if they were its own. */
const BRIDGED = ["change", "select"];

const letter = (type, fields) => ({ ...fields, ledgerline: PROTOCOL, type });

/** A text in a message; whatever else stands in its place is none. */
const worded = (value) => (typeof value === "string" ? value : "");

/** The message in an event, if it comes from this window and one of these origins (`*`: any); else null. */
function opened({ data, source, origin }, from, origins) {
  if (!from || source !== from || !(origins.includes(origin) || origins.includes("*"))) return null;
  const known = typeof data === "object" && data !== null && data.ledgerline === PROTOCOL;
  return known && typeof data.type === "string" ? data : null;
}

/** A height in CSS pixels that a frame may have, or null. */
function clamped(height) {
  return Number.isFinite(height) && height > 0 ? Math.min(Math.ceil(height), HIGHEST) : null;
}

/** The claim that is open in a widget: its line in the list, or the panel with its sum. */
const openPlace = (root) => root.querySelector("summary[aria-current]") || root.querySelector("[role=tabpanel]");
