// The hand-written half of `embed.js`: it finds the parts of the distribution, starts the WASM once for
// the whole page and keeps the custom element. The build puts `BUILD` (what belongs to this version) and
// wasm-bindgen's glue (`wasm_bindgen`) in front of it, in one function, so no name here is global.
// What pages may rely on is the class `LedgerLine` at the end and the events; the rest is ours to change.

const SCRIPT = document.currentScript;
const HOME = SCRIPT && SCRIPT.src ? new URL(".", SCRIPT.src).href : null;
const TAG = "ledger-line";
const VERSION = Symbol.for("ledgerline.version");
const ATTRIBUTES = ["story", "view", "lang", "theme", "base"];
// Other scripts of the page may patch these after us.
const { fetch: request } = window;
const { stringify } = JSON;

// ---------------------------------------------------------------- failures

/** A failure that has words: `sentence` for the reader, `hint` for whoever can mend it. */
class Failure extends Error {
  constructor(code, sentence, hint) {
    super(sentence);
    this.code = code;
    this.sentence = sentence;
    this.hint = hint;
  }
}

const say = (key, values = {}) => BUILD.words[key].replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);

const failure = (code, values, sentence = code, hint = `${code}_hint`) =>
  new Failure(code, say(sentence, values), say(hint, values));

/** Origins that the policy of the page kept us from. */
const refused = new Set();
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.effectiveDirective === "connect-src" && event.disposition === "enforce") {
    refused.add(event.blockedURI.split("/", 3).join("/"));
  }
});

/** The bytes' answer, or a failure of this code that says what came instead. */
async function get({ href, origin }, options, code) {
  const values = { url: href, origin };
  const response = await request(href, options).catch(() => null);
  if (!response) {
    // The event that tells of a refusal is a task of its own, after the failed fetch.
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw failure(code, values, code, refused.has(origin) ? "connect_hint" : `${code}_hint`);
  }
  if (!response.ok) throw failure(code, { ...values, status: response.status }, `${code}_status`);
  return response;
}

// ------------------------------------------------------------------ engine

let engine = null; // The promise of the one WASM instance of this page.
let broken = false;
let sheet = null;
const alive = new Set();

function boot(base) {
  engine = engine || start(base).catch((error) => {
    engine = null; // The next element may try again.
    throw error;
  });
  return engine;
}

async function start(base) {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype)) {
    throw failure("browser");
  }
  const address = new URL(BUILD.wasm, base);
  const response = await get(address, { integrity: BUILD.integrity, credentials: "omit" }, "engine");
  try {
    await wasm_bindgen({ module_or_path: response });
  } catch (error) {
    // The bytes are the right ones, so what does not compile was refused by the page's policy.
    const refusal = error instanceof WebAssembly.CompileError || error instanceof EvalError;
    throw refusal ? failure("policy") : failure("engine", { url: address.href });
  }
  sheet = new CSSStyleSheet();
  sheet.replaceSync(BUILD.css);
}

/**
 * The module's functions, as the glue takes them. A module that panics, runs out of memory or of stack stops with an
 * error of its own, in the middle of whatever called it: an element, a listener, a timer. After that nothing of it
 * may be called, so every element shows its children.
 */
function watched(exports) {
  const watch = (call) => (...values) => {
    if (broken) return undefined;
    try {
      return call(...values);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) stop(error);
      throw error;
    }
  };
  const entries = Object.entries(exports);
  return Object.fromEntries(entries.map(([name, it]) => [name, typeof it === "function" ? watch(it) : it]));
}

function stop(error) {
  broken = true;
  console.error(`Ledgerline ${BUILD.version}: ${say("stopped_console")}`, error);
  setTimeout(() => alive.forEach((widget) => widget.mounted && widget.fail(failure("stopped"))));
}

// ------------------------------------------------------------------ widget

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.keys(attributes).forEach((name) => node.setAttribute(name, attributes[name]));
  node.append(...children);
  return node;
}

/** What an element does, out of the page's reach. */
class Widget {
  constructor(host) {
    this.host = host;
    this.given = null; // A story that came as an object, as bytes.
    this.mounted = null;
    this.turn = 0;
    this.expect();
  }

  expect() {
    this.settled = false;
    this.ready = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.ready.catch(() => {}); // Nobody has to listen.
  }

  connect() {
    if (alive.has(this)) return; // It was moved, and keeps its state.
    alive.add(this);
    this.load();
  }

  disconnect() {
    alive.delete(this);
    this.turn += 1;
    this.unmount();
    if (this.host.shadowRoot) this.host.shadowRoot.replaceChildren(make("slot"));
  }

  give(bytes) {
    this.given = bytes;
    if (alive.has(this)) this.load();
  }

  async load() {
    const turn = ++this.turn; // A story that is asked for later overtakes this one.
    if (this.settled) this.expect();
    try {
      const base = this.host.getAttribute("base") || HOME;
      if (!base) throw failure("base");
      const [bytes] = await Promise.all([this.given || this.bytes(base), boot(base)]);
      if (turn === this.turn) this.mount(bytes);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
  }

  async bytes(base) {
    const own = this.host.getAttribute("story");
    const address = own ? new URL(own, document.baseURI) : new URL(BUILD.story, base);
    const response = await get(address, {}, "story");
    return new Uint8Array(await response.arrayBuffer());
  }

  mount(bytes) {
    if (broken) throw failure("stopped");
    this.unmount();
    const root = this.show(make("div", { class: "root" }));
    this.mounted = wasm_bindgen.mount(root, this.host, bytes, { ...this.options(), width: root.clientWidth });
    this.observe(root);
    this.settled = true;
    this.resolve(this.host);
    this.tell("ready", {});
  }

  observe(root) {
    let width = root.clientWidth;
    this.observer = new ResizeObserver(() => {
      if (root.clientWidth === width) return;
      width = root.clientWidth;
      // After this round of layout, so that our own change is not part of it.
      requestAnimationFrame(() => this.mounted && this.mounted.resize(width));
    });
    this.observer.observe(root);
  }

  unmount() {
    if (this.observer) this.observer.disconnect();
    const { mounted } = this;
    this.mounted = null;
    if (mounted && !broken) mounted.free();
  }

  show(...nodes) {
    const shadow = this.host.shadowRoot || this.host.attachShadow({ mode: "open" });
    if (sheet) shadow.adoptedStyleSheets = [sheet];
    shadow.replaceChildren(...nodes);
    return nodes[0];
  }

  /** The sentence in a frame, and the element's own children below it. */
  fail(error) {
    const reason = error.sentence ? error : failure("stopped");
    const { code, sentence, hint } = reason;
    this.unmount();
    const lines = [sentence, hint].filter(Boolean).map((text) => make("p", {}, text));
    this.show(make("div", { class: "root frame", role: "status" }, ...lines), make("slot"));
    console.error(`Ledgerline ${BUILD.version}: ${sentence} ${hint}`, ...(reason === error ? [] : [error]));
    this.settled = true;
    this.reject(reason);
    this.tell("error", { code, sentence, hint });
  }

  tell(name, detail) {
    const options = { bubbles: true, composed: true, detail };
    this.host.dispatchEvent(new CustomEvent(`ledgerline:${name}`, options));
  }

  options() {
    const near = this.host.closest("[lang]") || document.documentElement;
    return { view: this.host.getAttribute("view") || "", lang: near.lang || "" };
  }
}

// -------------------------------------------------------------- for the page

const widgets = new WeakMap();

class LedgerLine extends HTMLElement {
  static get observedAttributes() {
    return ["story", "view", "lang"]; // `theme` is read by the style sheet, `base` once.
  }

  constructor() {
    super();
    widgets.set(this, new Widget(this));
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

  attributeChangedCallback(name) {
    const widget = widgets.get(this);
    if (name === "story") widget.give(null);
    else if (widget.mounted) widget.mounted.update(widget.options());
  }

  /** Kept when the story is shown, broken when it cannot be; a new one for every story. */
  get ready() {
    return widgets.get(this).ready;
  }

  /** Opens `{event: id}` or goes to `{year: number}`; the promise tells whether the story has it. */
  async select(target) {
    await this.ready;
    return widgets.get(this).mounted.select(target);
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

const known = customElements.get(TAG);
if (!known) {
  LedgerLine[VERSION] = BUILD.version;
  for (const name of ATTRIBUTES.filter((each) => each !== "lang")) mirror(name);
  customElements.define(TAG, LedgerLine);
} else if (known[VERSION] !== BUILD.version) {
  console.warn(say("second", { first: known[VERSION], second: BUILD.version }));
}
if (SCRIPT && ATTRIBUTES.some((name) => name in SCRIPT.dataset)) SCRIPT.after(stand(SCRIPT));
upgrade();
document.addEventListener("DOMContentLoaded", upgrade);
