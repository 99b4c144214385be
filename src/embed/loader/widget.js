// ------------------------------------------------------------------ widget

/** What an element does, out of the page's reach. */
class Widget {
  constructor(host) {
    this.host = host;
    this.given = null; // A story that came as an object, as bytes.
    this.mounted = null;
    this.wanted = null; // A state to begin with.
    this.stood = new Map(); // The states that it had in addresses without one.
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
    const own = this.called();
    if (own !== null) {
      this.wanted = own;
      this.start();
    }
    const part = () => /;at=calculator\b/.test(own) && host.shadowRoot?.querySelector("[part=calculator]");
    this.load().then(() => own !== null && (part() || host).scrollIntoView());
  }

  disconnect() {
    alive.delete(this);
    this.turn += 1;
    this.wanted = this.state();
    this.unmount();
    if (this.settled) this.expect();
    if (this.host.shadowRoot) this.host.shadowRoot.replaceChildren(make("slot"));
  }

  give(bytes) {
    this.given = bytes;
    this.wanted = null;
    this.shown = false;
    this.without.clear();
    if (alive.has(this)) this.load();
  }

  /** After another `mode` or `base`: the same state anew, unless what stands does as well. */
  retry() {
    const { mounted, reason } = this;
    const [mode, framed] = [this.mode(), mounted instanceof Framed];
    const stays = mounted && (mode === "iframe" ? framed : !framed || (mode === "auto" && reason));
    if (stays || !alive.has(this)) return;
    this.wanted = this.state() || this.wanted;
    this.load();
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
    const part = this.host.shadowRoot?.querySelector("[data-making]")?.dataset.making;
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
      base = this.home();
      const story = this.story(base);
      if (this.mode() === "iframe") return this.enframe(base, null);
      const wanted = this.asked() || /^c/.test(this.options().view);
      const rest = wanted && fetchRest(base).catch(() => null); // Said when it is needed.
      const [bytes, instance] = await Promise.all([this.given || fetchStory(story), boot(base)]);
      if (rest && (await rest)) await complete(instance, base);
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

  /** The folder of the distribution. */
  home() {
    const own = this.host.getAttribute("base");
    const base = own ? whole(own.replace(/\/*$/, "/")) : HOME;
    if (!base) throw failure("base");
    return base;
  }

  /** Where its story lies. */
  story(base) {
    const own = this.host.getAttribute("story");
    const address = own ? whole(own) : whole(BUILD.story, base);
    if (!address) throw failure("story", { url: own });
    return address;
  }

  mount(bytes, instance) {
    this.unmount();
    const root = make("div"); // Inside, so that its width is what the margins leave.
    this.show(make("div", { class: "root" }, root));
    const options = { ...this.options(), width: root.clientWidth };
    const nearby = (place) => near(place, new Promise(() => {}), innerHeight).then(() => this.complete());
    const ask = (what) => (typeof what === "string" ? leading(this) + what : nearby(what));
    const ear = make("i"); // What comes of a state to begin with, or of the one that is there, is no change.
    const hear = (name, detail) => this.settled && detail.link !== this.last && this.tell(name, detail);
    for (const name of BRIDGED) ear.addEventListener(`ledgerline:${name}`, ({ detail }) => hear(name, detail));
    this.mounted = instance.mount(root, ear, bytes, options, ask);
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
      this.report(error.sentence ? error : failure("stopped", {}, "part"), "partial");
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
    this.show(make("div", {}, this.mounted.frame, make("slot"))).style.position = "relative";
  }

  /** The state to begin with, in the page's address or as somebody wants it. */
  asked() {
    return this.called() ?? (this.wanted || this.options().state);
  }

  /** It is there for the reader, in the page or in a frame. */
  async stands() {
    const { turn } = this;
    const [framed, state] = [this.mounted instanceof Framed, this.asked()];
    // A page that is opened with a state may lead back to where it had none.
    if (this.called() !== null) this.stood.set(location.href.split("#")[0], framed ? OPENING : this.state());
    if (framed) {
      // The frame was given the state that was known before the story's name was.
      if (state && state !== this.wanted && state !== this.options().state) this.mounted.set_state(state);
    } else if (state) {
      this.pending = state;
      await this.complete();
    }
    await null; // The module's tasks have their turn, and what they make is in the page.
    if (turn !== this.turn || !this.mounted || this.again) return;
    this.last = this.state();
    this.shown = this.settled = true;
    this.resolve(this.host);
    this.tell("ready", { story: this.mounted.id });
  }

  observe(root, width) {
    this.observer = new ResizeObserver(() => {
      if (!root.clientWidth || root.clientWidth === width) return; // What is not laid out comes back as it was.
      width = root.clientWidth;
      // After this round of layout, so that our own change is not part of it.
      requestAnimationFrame(() => this.mounted?.resize(width));
    });
    this.observer.observe(root);
  }

  unmount() {
    this.observer?.disconnect();
    const { mounted } = this;
    this.mounted = this.coming = this.pending = null;
    this.missed = false;
    mounted?.free();
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
    const said = this.show(make("div", { class: "root frame", role: "status" }, make("p", {}, reason.sentence)), make("slot"));
    if (!sheet) said.style = "border:1px solid;padding:1em"; // No line of the article.
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
    this.host.dispatchEvent(new CustomEvent(`ledgerline:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** After a choice of the reader. */
  changed() {
    const { last, stood } = this;
    this.last = this.state();
    if (!this.linked()) return;
    const { href } = location;
    if (this.addressed() === null) {
      if (stood.get(href) === this.last) return; // The way back has led here.
      stood.set(href, last);
    }
    address(name(this) || "ll", this.last, names(this));
  }

  /** Whether the page's address goes along. */
  linked() {
    return this.host.getAttribute("link") === "hash";
  }

  state() {
    // A program that has stopped has none.
    return this.mounted?.state() || this.wanted || this.options().state;
  }

  set(text) {
    const state = text || (this.settled ? OPENING : "");
    this.wanted = state;
    if (!this.settled || !this.mounted) this.start();
    else if (this.mounted instanceof Framed) this.mounted.set_state(state);
    else {
      this.pending = state;
      this.complete();
    }
  }

  addressed() {
    return addressed(names(this));
  }

  /** The state that the page's address asks for, until it has been shown. */
  called() {
    return this.shown ? null : this.addressed();
  }

  options() {
    const { host } = this;
    const near = host.closest("[lang]") || document.documentElement;
    const of = (name) => host.getAttribute(name) || "";
    const story = of("story") && whole(of("story"));
    return { story, view: of("view"), lang: near.lang || "", theme: of("theme"), state: of("state"), address: leading(this), without: [...this.without].join(" ") };
  }
}
