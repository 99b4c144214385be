// ------------------------------------------------------ claims in the article

const CLAIM = "[data-ledger-claim]";

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Leads sight and focus to the open claim. */
async function show(host) {
  const { mounted } = widgets.get(host);
  if (mounted instanceof Framed) return mounted.show();
  // It is laid out by then.
  await frame();
  await frame();
  const place = openPlace(host.shadowRoot);
  if (place) place.focus({ preventScroll: true });
  (place || host).scrollIntoView({ block: place ? "start" : "nearest" });
}

/** Opens the claim of an element of the article, in the first widget that has it. */
async function openClaim(place) {
  for (const { host } of alive) {
    if (!(await host.select({ claim: place.dataset.ledgerClaim }).catch(() => false))) continue;
    await show(host);
    return;
  }
  // Nobody has it: a link leads where it leads, a button does what it does. WebKit hears no click within a click.
  setTimeout(() => {
    left = place;
    place.click();
    left = null;
  });
}

let left = null;
const marked = new WeakSet();

/** Marks the elements that can be opened: by look, and for keys and readers what is neither link nor button. */
function markClaims() {
  for (const place of document.querySelectorAll(CLAIM)) {
    if (marked.has(place)) continue;
    marked.add(place);
    Object.assign(place.style, { cursor: "pointer", textDecoration: "underline dotted" });
    if (place.matches("a[href], button")) continue;
    if (!place.hasAttribute("role")) place.setAttribute("role", "button");
    if (!place.hasAttribute("tabindex")) place.tabIndex = 0;
  }
}

function claimed(event) {
  const place = event.target instanceof Element && event.target.closest(CLAIM);
  const key = event.type === "keydown";
  // A link that is opened beside the page is a link.
  const aside = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!place || place === left || event.defaultPrevented || aside) return;
  if (key && (place.matches("a[href], button") || !/^(Enter| )$/.test(event.key))) return;
  // Where the static edition stands, the page's own link does its work.
  if ([...alive].every((widget) => widget.settled && !widget.mounted)) return;
  event.preventDefault();
  openClaim(place);
}

if (!known) {
  // Only where a widget stands is there something to open.
  document.addEventListener("ledgerline:ready", markClaims);
  document.addEventListener("click", claimed);
  document.addEventListener("keydown", claimed);
}
