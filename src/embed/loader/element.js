// -------------------------------------------------------------- for the page

const widgets = new WeakMap();

class LedgerLine extends HTMLElement {
  static get observedAttributes() {
    return ATTRIBUTES;
  }

  constructor() {
    super();
    const widget = new Widget(this);
    widgets.set(this, widget);
    this.addEventListener("ledgerline:change", () => widget.changed());
  }

  connectedCallback() {
    // What the page set before this class was there hides the accessors below.
    for (const name of ATTRIBUTES.filter((each) => Object.keys(this).includes(each))) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    widgets.get(this).connect();
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || widgets.get(this).disconnect());
  }

  attributeChangedCallback(name, before, value) {
    const widget = widgets.get(this);
    if (before === value) return;
    if (name === "story") widget.give(null);
    else if (name === "mode" || name === "base") widget.retry();
    else if (name === "state") widget.settled && widget.set(value);
    else if (value === "eager") widget.start();
    else if (widget.mounted) widget.mounted.update(widget.options());
  }

  /** Kept when the story is shown, broken when it cannot be; a new one for every story. */
  get ready() {
    return widgets.get(this).ready;
  }

  /** The reader's choices, as text; setting it makes them. */
  get state() {
    return widgets.get(this).state();
  }

  set state(text) {
    widgets.get(this).set(text ? String(text) : "");
  }

  /** Opens `{event: id}` or `{claim: id}`, or goes to `{year: number}`; the promise tells whether the story has it. */
  async select(target) {
    const widget = widgets.get(this);
    widget.start();
    await this.ready;
    if (Object(target).claim) await widget.complete();
    return widget.mounted?.select(target) ?? false;
  }

  /** Saves what the calculator shows as `csv`, `svg`, `png` or `json`; the promise tells whether it has that. */
  async download(kind) {
    const widget = widgets.get(this);
    widget.start();
    await this.ready;
    await widget.complete();
    return widget.mounted?.download(String(kind)) ?? false;
  }
}

/** A property that mirrors its attribute; a story may also be an object. */
function mirror(name) {
  Object.defineProperty(LedgerLine.prototype, name, {
    get() {
      return this.getAttribute(name) || "";
    },
    set(value) {
      const given = name === "story" && Object(value) === value;
      if (given || value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
      if (given) widgets.get(this).give(new TextEncoder().encode(stringify(value)));
    },
  });
}

/** Hands a `data-` attribute of a script or a `div` on to its element. */
function hand({ dataset }, element, name) {
  if (name in dataset) element.setAttribute(name, dataset[name]);
  else element.removeAttribute(name);
}

/** An element with the `data-` attributes of a script or a `div`, by whose id an address may name it. */
function stand(place, ...children) {
  const element = make(TAG, place.id ? { name: place.id } : {}, ...children);
  for (const name of ATTRIBUTES) hand(place, element, name);
  return element;
}

const PLACE = "[data-ledger-line]";

/** Puts an element into each `<div data-ledger-line>`, around what the `div` holds. */
function upgrade() {
  for (const place of document.querySelectorAll(PLACE)) {
    // The last one in a page that is on its way may not have all of its children yet.
    const open = document.readyState === "loading" && !place.nextSibling;
    if (!open && !place.querySelector(TAG)) place.append(stand(place, ...place.childNodes));
  }
}

/** Takes up what comes into the page later, and what becomes of a `div`. */
function follow(changes) {
  for (const { target, attributeName } of changes) {
    const element = attributeName && target.matches(PLACE) && target.querySelector(TAG);
    if (element) hand(target, element, attributeName.slice(5));
  }
  upgrade();
  if ([...alive].some((widget) => widget.settled && widget.mounted)) markClaims();
}

/** The page's address has changed, by a link or by the way back. */
function travel() {
  stepped = Date.now(); // What comes of it is no step of the reader's.
  for (const widget of alive) {
    const own = widget.addressed();
    // An address that it had no state in, a link within the page for one, asks for nothing.
    const state = own === null && widget.linked() ? widget.stood.get(location.href) : own;
    if (typeof state === "string" && state !== widget.state()) widget.set(state);
  }
}

const known = customElements.get(TAG);
if (!known) {
  LedgerLine[VERSION] = BUILD.version;
  for (const name of ATTRIBUTES.filter((each) => each !== "lang" && each !== "state")) mirror(name);
  customElements.define(TAG, LedgerLine);
  window.addEventListener("popstate", travel);
  window.addEventListener("hashchange", travel);
  const attributeFilter = [...ATTRIBUTES, "ledger-line", "ledger-claim"].map((name) => `data-${name}`);
  new MutationObserver(follow).observe(document, { childList: true, subtree: true, attributeFilter });
} else if (known[VERSION] !== BUILD.version) {
  console.warn(say("second", { first: known[VERSION], second: BUILD.version }));
}
if (SCRIPT && ATTRIBUTES.some((name) => name in SCRIPT.dataset)) SCRIPT.after(stand(SCRIPT));
upgrade();
document.addEventListener("DOMContentLoaded", upgrade);
