// ------------------------------------------------------------------ widget

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.keys(attributes).forEach((name) => node.setAttribute(name, attributes[name]));
  node.append(...children);
  return node;
}

/** Comes true when an element is in sight, or as near to it as the margin, in pixels, says. */
function near(host, hurry, margin) {
  const { top, bottom, width } = host.getBoundingClientRect();
  // What is there is seen at once; the observer waits for the page's next picture.
  const there = width && top < innerHeight + margin && bottom > -margin;
  if (there && document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((each) => each.isIntersecting)) resolve();
      },
      { rootMargin: `${margin}px 0px` },
    );
    watch.observe(host);
    hurry.then(resolve);
  });
}

const TURNS = ["pointerover", "touchstart", "focusin"];

/** What an element does, out of the page's reach. */
class Widget {
  constructor(host) {
    this.host = host;
    this.given = null; // A story that came as an object, as bytes.
    this.mounted = null;
    this.wanted = null; // A state to begin with.
    this.turn = 0;
    this.without = new Set(); // Names of parts that stopped the program.
    this.hurry = new Promise((resolve) => (this.start = resolve));
    this.expect();
    // A reader who turns to the widget will want the rest of it.
    for (const sign of TURNS) host.addEventListener(sign, () => this.settled && !this.missed && this.complete(), { passive: true });
  }

  expect() {
    this.settled = false;
    this.ready = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.ready.catch(() => {}); // Nobody has to listen.
  }

  connect() {
    if (alive.has(this)) return; // It was moved, and keeps its state.
    alive.add(this);
    const { host } = this;
    const own = this.addressed();
    if (own !== null) this.wanted = own;
    if (own !== null || host.getAttribute("loading") === "eager") this.start();
    const part = () => /;at=calculator\b/.test(own) && host.shadowRoot?.querySelector("[part=calculator]");
    this.load().then(() => own !== null && (part() || host).scrollIntoView());
  }

  disconnect() {
    alive.delete(this);
    this.turn += 1;
    this.wanted = this.state();
    this.unmount();
    if (this.host.shadowRoot) this.host.shadowRoot.replaceChildren(make("slot"));
  }

  give(bytes) {
    this.given = bytes;
    this.wanted = null;
    this.without.clear();
    if (alive.has(this)) this.load();
  }

  /** After a fault of our own: once more, with the state as it was. */
  restart() {
    if (!this.again && (!this.mounted || this.mounted instanceof Framed)) return;
    this.again = false;
    this.wanted = this.last || this.wanted;
    this.unmount();
    this.load();
  }

  /** Leaves out the part that the program stopped in the middle of making; tells whether it was one. */
  leaves() {
    const place = this.host.shadowRoot && this.host.shadowRoot.querySelector("[data-making]");
    const part = place && place.dataset.making;
    if (!part || this.without.has(part)) return false;
    this.without.add(part);
    this.again = true;
    this.report(failure("stopped", {}, "part"), "partial");
    return true;
  }

  async load() {
    const turn = ++this.turn; // A story that is asked for later overtakes this one.
    const current = () => turn === this.turn;
    if (this.settled) this.expect();
    let base = null;
    try {
      await near(this.host, this.hurry, 1500);
      if (!current()) return;
      base = this.host.getAttribute("base") || HOME;
      if (!base) throw failure("base");
      if (this.mode() === "iframe") return this.enframe(base, null);
      const wanted = this.asked() || /^c/.test(this.options().view);
      const whole = wanted && fetchRest(base).catch(() => null); // Said when it is needed.
      const [bytes, instance] = await Promise.all([this.given || this.bytes(base), boot(base)]);
      if (whole && (await whole)) await complete(instance, base);
      this.base = base;
      if (current()) await this.mount(bytes, instance);
    } catch (error) {
      if (!current() || this.again) return;
      // A frame of our own has a policy of its own. Where the page's is not the cause, a frame would fail as well.
      const framed = error.directive && this.mode() !== "inline" && typeof WebAssembly === "object";
      if (framed) this.enframe(base, error);
      else this.fail(error);
    }
  }

  mode() {
    return this.host.getAttribute("mode") || "auto";
  }

  async bytes(base) {
    const own = this.host.getAttribute("story");
    const address = own ? new URL(own, document.baseURI) : new URL(BUILD.story, base);
    return get(address, {}, "story", async (response) => new Uint8Array(await response.arrayBuffer()));
  }

  mount(bytes, instance) {
    this.unmount();
    const root = this.show(make("div", { class: "root" }));
    const options = { ...this.options(), width: root.clientWidth };
    const nearby = (place) => near(place, new Promise(() => {}), innerHeight).then(() => this.complete());
    this.mounted = instance.mount(root, this.host, bytes, options, nearby);
    this.instance = instance;
    paper();
    this.observe(root, options.width);
    return this.stands();
  }

  /** Fetches what a reader comes to later; tells the widget when it is there, or that it cannot be had. */
  async complete() {
    const { mounted } = this;
    if (!mounted || mounted instanceof Framed) return;
    this.coming = this.coming || complete(this.instance, this.base).then(() => true, (error) => {
      this.report(error.sentence ? error : failure("engine"), "partial");
      this.coming = null;
      this.missed = true; // From now on only if it is asked for.
      return false;
    });
    const there = await this.coming;
    if (this.mounted !== mounted) return;
    mounted.arrived(there);
    // A state is read by the later half; until that is there it waits.
    const state = this.pending;
    if (!there || state === null) return;
    this.pending = null;
    mounted.set_state(state);
  }

  enframe(base, reason) {
    this.unmount();
    this.reason = reason;
    if (reason) this.report(reason, "iframe");
    this.mounted = new Framed(this, base, this.given);
    // A box of its own size for the frame, which is out of the flow, and the children below it until it stands.
    const box = make("div", {}, this.mounted.frame, make("slot"));
    box.style.position = "relative";
    this.show(box);
  }

  /** The state to begin with, in the page's address or as somebody wants it. */
  asked() {
    const own = this.addressed();
    return own === null ? this.wanted || this.options().state : own;
  }

  /** It is there for the reader, in the page or in a frame. */
  async stands() {
    this.opening = this.state();
    const state = this.asked();
    if (this.mounted instanceof Framed) {
      // The frame was given the state that was known before the story's name was.
      if (state && state !== this.wanted && state !== this.options().state) this.mounted.set_state(state);
    } else if (state) {
      this.pending = state;
      await this.complete();
      if (!this.mounted) return;
    }
    this.last = this.state();
    this.settled = true;
    this.resolve(this.host);
    this.tell("ready", { story: this.mounted.id });
  }

  observe(root, width) {
    this.observer = new ResizeObserver(() => {
      // What is not laid out has none, and comes back as it was.
      if (!root.clientWidth || root.clientWidth === width) return;
      width = root.clientWidth;
      // After this round of layout, so that our own change is not part of it.
      requestAnimationFrame(() => this.mounted && this.mounted.resize(width));
    });
    this.observer.observe(root);
  }

  unmount() {
    if (this.observer) this.observer.disconnect();
    const { mounted } = this;
    this.mounted = this.coming = this.pending = null;
    this.missed = false;
    if (mounted) mounted.free();
  }

  show(...nodes) {
    const shadow = this.host.shadowRoot || this.host.attachShadow({ mode: "open" });
    if (sheet) shadow.adoptedStyleSheets = [sheet];
    shadow.replaceChildren(...nodes);
    return nodes[0];
  }

  /** The sentence in a frame, and the element's own children below it. What to do is for the newsroom, not for readers. */
  fail(error) {
    const reason = error.sentence ? error : failure("stopped");
    this.unmount();
    this.show(make("div", { class: "root frame", role: "status" }, make("p", {}, reason.sentence)), make("slot"));
    this.settled = true;
    this.reject(reason);
    this.report(reason, "static", ...(reason === error ? [] : [error]));
  }

  /** A step down the ladder, told to the page and in one line of the console. */
  report({ code, sentence, hint, directive = null }, step, ...more) {
    // In a frame of ours it is the page that says so.
    if (!this.host.hasAttribute("quiet") || more.length) console.error(`Ledgerline ${BUILD.version}: ${sentence} ${hint}`, ...more);
    this.tell("error", { code, sentence, hint, directive, step });
  }

  tell(name, detail) {
    const options = { bubbles: true, composed: true, detail };
    this.host.dispatchEvent(new CustomEvent(`ledgerline:${name}`, options));
  }

  /** After a choice of the reader. */
  changed() {
    this.last = this.state();
    const opening = this.last === this.opening && this.addressed() === null;
    if (this.linked() && !opening) address(this.name(), this.last);
  }

  /** Whether the page's address goes along. */
  linked() {
    return this.host.getAttribute("link") === "hash";
  }

  /** The name of its state in the page's address. */
  name() {
    const { id } = this.host;
    return alive.size > 1 && id ? `ll.${id}` : "ll";
  }

  state() {
    return this.mounted ? this.mounted.state() : this.wanted || this.options().state;
  }

  set(state) {
    this.wanted = state;
    if (!this.settled || !this.mounted) this.start();
    else if (this.mounted instanceof Framed) this.mounted.set_state(state);
    else {
      this.pending = state;
      this.complete();
    }
  }

  addressed() {
    return addressed([this.host.id, this.mounted && this.mounted.id], alive.values().next().value === this);
  }

  options() {
    const { host } = this;
    const near = host.closest("[lang]") || document.documentElement;
    const of = (name) => host.getAttribute(name) || "";
    const address = of("address") || `${location.href.split("#")[0]}#${this.name()}=`;
    const story = host.hasAttribute("story") ? new URL(of("story"), document.baseURI).href : "";
    return { story, view: of("view"), lang: near.lang || "", theme: of("theme"), state: of("state"), address, without: [...this.without].join(" ") };
  }
}
