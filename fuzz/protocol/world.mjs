// The two ends of the protocol as they are in a browser, around a page and a document that only write down what is done
// to them. The sources are those that `embed.js` and `frame.js` are made of; each is compiled once, with its
// branches marked.
import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { hit, instrumented } from "./coverage.mjs";

const source = (path) => readFileSync(new URL(`../../src/embed/${path}`, import.meta.url), "utf8");

/** A function of these names that runs the sources and gives what `last` says. Its file has a name for the coverage. */
function compiled(filename, names, sources, last) {
  const body = sources.map(source).join("\n");
  const text = `"use strict"; (hit) => (({ ${names.join(", ")} }) => { ${body}\nreturn ${last}; })`;
  return new Script(instrumented(text), { filename }).runInThisContext()(hit);
}

const page = compiled(
  "ledgerline:page",
  ["window", "document", "make", "say", "later", "never", "refused", "PATIENCE", "Failure"],
  ["loader/protocol.js", "loader/outer.js"],
  "{ Framed, letter, opened, clamped }",
);
const frame = compiled(
  "ledgerline:frame",
  ["window", "document", "location", "navigator", "ResizeObserver", "setTimeout"],
  ["loader/protocol.js", "pages/offline.js", "pages/frame.js"],
  "null",
);

export const CDN = "https://cdn.example";
export const { letter, opened, clamped } = page({ window: {}, document: {} });

class Failure {
  constructor(values) {
    Object.assign(this, values);
  }
}

/** The page around a frame. `log` has every effect, `sent` what went to the frame. */
export class Page {
  constructor({ given, bare }) {
    this.log = [];
    this.sent = [];
    this.asked = [];
    this.clocks = [];
    this.refused = new Set();
    this.there = true;
    this.inner = { postMessage: (message) => this.sent.push(message) };
    this.style = {};
    const window = { origin: bare ? "null" : "https://news.example" };
    this.seen = true;
    const world = this;
    const document = {
      get visibilityState() {
        return world.seen ? "visible" : "hidden";
      },
    };
    for (const target of [window, document]) {
      target.addEventListener = (name, heard) => name === "message" && (this.hear = heard);
      target.removeEventListener = (name) => name === "message" && (this.hear = () => {});
    }
    const element = { style: this.style, contentWindow: this.inner, offsetWidth: 1, remove: () => {}, focus: () => {} };
    element.scrollIntoView = () => this.log.push(["led", this.style.scrollMarginTop]);
    element.addEventListener = (_, loaded) => (this.loaded = loaded);
    const log = this.log;
    element.nextSibling = {
      set hidden(is) {
        if (is) log.push(["covers"]);
      },
    };
    const { Framed } = page({
      window, document, Failure, make: () => element, say: (key) => key, later: (call) => this.clocks.push(call), never: () => {},
      refused: this.refused, PATIENCE: 60000,
    });
    this.framed = new Framed(this.widget(), `${CDN}/`, given ? new TextEncoder().encode('{"ledgerline":1}') : null);
    this.widgetEnd.mounted = this.framed;
  }

  widget() {
    const options = () => ({ story: "", view: "", lang: "en", theme: "", state: "", address: "https://news.example/#ll=" });
    this.widgetEnd = {
      options,
      host: { firstElementChild: null, querySelectorAll: () => [] },
      wanted: "",
      reason: null,
      tell: (name, detail) => this.log.push(["tell", name, detail]),
      report: (failure, step) => this.log.push([step, failure]),
      stands: () => this.log.push(["stands"]),
      fail: (failure) => {
        this.log.push(["fail", failure]);
        this.free(); // As `Widget.fail` does.
      },
    };
    return this.widgetEnd;
  }

  /** What the page's own code asks of the frame, with a note of each answer. */
  ask(kind, value) {
    const asked = { answers: [], kind };
    this.asked.push(asked);
    const before = this.sent.length;
    const answered = kind === "select" ? this.framed.select(value) : this.framed.download(value);
    asked.id = this.sent.slice(before).map((message) => message.id)[0];
    answered.then((answer) => asked.answers.push(answer));
  }

  free() {
    this.there = false;
    this.framed.free();
  }

  effects() {
    return JSON.stringify([this.log.length, this.sent.length, this.style, this.framed.known, this.framed.id,
      this.framed.asked.size, this.framed.started, this.framed.height]);
  }
}

/** What runs in `frame.html`. */
export class Frame {
  constructor({ search, hash, alone }) {
    this.sent = [];
    this.log = [];
    this.heard = {};
    this.attributes = new Map();
    this.outer = { postMessage: (message, to) => this.sent.push([message, to]) };
    const window = { addEventListener: (name, hear) => name === "message" && (this.hear = hear) };
    window.parent = alone ? window : this.outer;
    const location = new URL(`${CDN}/frame.html`);
    location.search = search;
    location.hash = hash;
    frame({ window, document: this.document(), location, navigator: {}, ResizeObserver: this.observer(), setTimeout: (call) => call() });
  }

  document() {
    const root = { dataset: { page: "./" }, removeAttribute: (name) => delete root[name] };
    const body = {
      getBoundingClientRect: () => ({ width: 1, height: this.height }),
      prepend: () => {
        this.element.isConnected = true;
        this.log.push(["shown"]);
      },
    };
    return { createElement: () => (this.element = this.widget()), documentElement: root, body, title: "", currentScript: { src: `${CDN}/frame.js` } };
  }

  widget() {
    const world = this;
    return {
      isConnected: false,
      shadowRoot: { querySelector: () => null },
      ready: Promise.resolve(),
      setAttribute: (name, value) => this.attributes.set(name, value),
      getAttribute: (name) => this.attributes.get(name) ?? null,
      removeAttribute: (name) => this.attributes.delete(name),
      addEventListener: (name, heard) => {
        const before = this.heard[name] || (() => {});
        this.heard[name] = (event) => {
          before(event);
          heard(event);
        };
      },
      get state() {
        return "s";
      },
      set state(value) {
        world.log.push(["state", value]);
      },
      set story(value) {
        world.log.push(["story", value]);
      },
      select: async (target) => this.answer("select", target),
      download: async (kind) => this.answer("download", kind),
    };
  }

  /** The widget's answer, or its refusal where the story never came. */
  answer(name, value) {
    this.log.push([name, value]);
    if (!this.element.isConnected) throw new Error("there is no story");
    return true;
  }

  observer() {
    const stands = (tell) => (this.resized = tell);
    return class {
      constructor(tell) {
        stands(tell);
      }
      observe() {}
    };
  }

  effects() {
    return JSON.stringify([this.log.length, this.sent.length, [...this.attributes]]);
  }
}
