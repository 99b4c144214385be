// -------------------------------------------------------------- for the page

const widgets = new WeakMap();

class LedgerLine extends HTMLElement {
  static get observedAttributes() {
    return ["story", "view", "lang", "theme", "mode", "state"]; // The others are read when they are needed.
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
    if (name === "story") widget.give(null);
    else if (name === "mode") before !== value && widget.settled && widget.load();
    else if (name === "state") widget.settled && value && widget.set(value);
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
    widgets.get(this).set(String(text));
  }

  /** Opens `{event: id}` or `{claim: id}`, or goes to `{year: number}`; the promise tells whether the story has it. */
  async select(target) {
    const widget = widgets.get(this);
    widget.start();
    await this.ready;
    if (Object(target).claim) await widget.complete();
    return widget.mounted.select(target);
  }

  /** Saves what the calculator shows as `csv`, `svg`, `png` or `json`; the promise tells whether it has that. */
  async download(kind) {
    const widget = widgets.get(this);
    widget.start();
    await this.ready;
    await widget.complete();
    return widget.mounted.download(String(kind));
  }
}

/** A property that mirrors its attribute; a story may also be an object. */
function mirror(name) {
  Object.defineProperty(LedgerLine.prototype, name, {
    get() {
      return this.getAttribute(name) || "";
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else if (name !== "story" || typeof value !== "object") this.setAttribute(name, value);
      else widgets.get(this).give(new TextEncoder().encode(stringify(value)));
    },
  });
}

/** An element with the `data-` attributes of a script or a `div`. */
function stand({ dataset }, ...children) {
  const element = make(TAG, {}, ...children);
  for (const name of ATTRIBUTES) if (name in dataset) element.setAttribute(name, dataset[name]);
  return element;
}

/** Puts an element into each `<div data-ledger-line>`, around what the `div` holds. */
function upgrade() {
  for (const place of document.querySelectorAll("[data-ledger-line]")) {
    if (!place.querySelector(TAG)) place.append(stand(place, ...place.childNodes));
  }
}

/** The page's address has changed, by a link or by the way back. */
function travel() {
  stepped = Date.now(); // What comes of it is no step of the reader's.
  for (const widget of alive) {
    const own = widget.addressed();
    const state = own === null && widget.linked() ? widget.opening : own;
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
} else if (known[VERSION] !== BUILD.version) {
  console.warn(say("second", { first: known[VERSION], second: BUILD.version }));
}
if (SCRIPT && ATTRIBUTES.some((name) => name in SCRIPT.dataset)) SCRIPT.after(stand(SCRIPT));
upgrade();
document.addEventListener("DOMContentLoaded", upgrade);
