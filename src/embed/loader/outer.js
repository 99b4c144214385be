// -------------------------------------------------------- a frame in the page

/** How often, in the time that a frame may take, it is looked whether it could have answered. */
const LOOKS = 10;
const SIGNS = ["message", "securitypolicyviolation", "beforeprint", "afterprint"];

/** The widget in a frame of the distribution, with the same methods as one that is mounted in the page. */
class Framed {
  constructor(widget, base, given) {
    this.widget = widget;
    this.given = given;
    this.asked = new Map();
    this.questions = 0;
    this.known = "";
    this.id = "";
    this.left = LOOKS;
    const address = new URL("frame.html", base);
    // A page without an origin of its own (a sandbox, a file) hands that down.
    this.origins = window.origin === "null" ? [address.origin, "null"] : [address.origin];
    this.directive = `frame-src ${address.origin}`;
    this.frame = make("iframe", { src: this.source(address), title: say("frame_title"), allow: "clipboard-write" });
    // Without a height, as wide as it will be, until it tells one. Not by a style sheet: not every browser takes one. And
    // not hidden: Chromium lays out nothing in a hidden frame of another site.
    Object.assign(this.frame.style, { position: "absolute", width: "100%", height: "0", border: "0" });
    this.listener = (event) => {
      if (this.height && /print/.test(event.type)) this.stand(event.type === "beforeprint");
      this.hear(opened(event, this.frame.contentWindow, this.origins));
    };
    for (const sign of SIGNS) window.addEventListener(sign, this.listener);
    this.frame.addEventListener("load", () => later(() => this.started || this.lost(), 3000));
    this.wait();
  }

  /** Time counts only while the frame could be seen: what is hidden may have no height. */
  wait() {
    this.clock = later(() => {
      const seen = document.visibilityState === "visible" && this.frame.offsetWidth;
      if (this.height) return;
      if (seen && --this.left < 1) this.lost();
      else this.wait();
    }, PATIENCE / 2 / LOOKS);
  }

  source(address) {
    const { story, view, lang, theme, state, address: at } = this.widget.options();
    const wanted = { story: this.given ? "given" : story, view, lang, theme };
    for (const [name, value] of Object.entries(wanted)) if (value) address.searchParams.set(name, value);
    // Behind the hash, so that no server is told of the page.
    address.hash = `at=${encodeURIComponent(at)}&ll=${this.widget.wanted || state}`;
    return address.href;
  }

  hear(message) {
    if (refused.has(this.directive) && !this.started) this.lost();
    if (!message) return;
    const { type } = message;
    if (type === "starting") {
      this.started = true;
      if (this.given) this.send("story", { text: new TextDecoder().decode(this.given) });
    } else if (type === "height") this.stretch(clamped(message.height));
    else if (type === "event") this.tell(message);
    else if (type === "answer") this.answer(message);
    else if (type === "place") this.lead(message);
    else if (type === "error") this.fall(message);
  }

  stretch(height) {
    if (!height) return;
    Object.assign(this.frame.style, { position: "static", height: `${height}px` });
    if (!this.height) {
      this.height = height;
      this.stand(); // The children of the element have done their part.
      this.widget.stands();
    }
  }

  tell({ name, detail, state }) {
    this.known = worded(state);
    if (name === "ready") this.id = worded(Object(detail).story);
    // What a frame makes of its first state is no choice of the reader's.
    if (this.height && BRIDGED.includes(name)) this.widget.tell(name, detail);
  }

  answer({ id, value }) {
    const resolve = this.asked.get(id);
    this.asked.delete(id);
    if (resolve) resolve(value === true);
  }

  /** The child says why it cannot show the story, or a part of it. */
  fall({ code, sentence, hint, directive, step }) {
    const [own, said, what] = [code, sentence, hint].map(worded);
    const reason = new Failure({ code: own, sentence: said, hint: what, directive: worded(directive) || null });
    if (step === "partial") this.widget.report(reason, step);
    else this.widget.fail(reason);
  }

  /** Leads sight and focus to what the frame has opened. Only a page may give a frame the focus. */
  show() {
    this.frame.focus({ preventScroll: true });
    this.shown = true;
    this.send("show", {});
  }

  /** Where that is, in pixels below the frame's upper edge, if it is anywhere: a frame of another site cannot scroll us. */
  lead({ top }) {
    if (!this.shown) return;
    this.shown = false;
    this.frame.style.scrollMarginTop = `${-(clamped(top) || 0)}px`;
    this.frame.scrollIntoView({ block: Number.isFinite(top) ? "start" : "nearest" });
  }

  lost() {
    if (this.widget.mounted !== this) return;
    const { sentence, hint, directive } = this.widget.reason || { sentence: say("unloaded"), hint: "", directive: null };
    const values = { reason: hint, directive: this.directive };
    const kept = refused.has(this.directive);
    this.widget.fail(new Failure({
      code: "frame",
      sentence,
      hint: say(kept ? "frame_refused_hint" : "frame_hint", values).trim(),
      directive: kept ? this.directive : directive,
    }));
  }

  send(type, fields) {
    const window = this.frame.contentWindow;
    if (window) window.postMessage(letter(type, fields), "*"); // To this frame alone; what it shows is no secret.
  }

  ask(type, fields) {
    return new Promise((resolve) => {
      const id = ++this.questions;
      this.asked.set(id, resolve);
      this.send(type, { ...fields, id });
    });
  }

  update({ view, lang, theme }) {
    this.send("update", { view, lang, theme });
  }

  /** A frame is cut off on paper where it ends on the screen, so what the element holds stands in its place, unfolded. */
  stand(paper) {
    const { host } = this.widget;
    const children = paper && host.firstElementChild;
    this.frame.style.display = children ? "none" : "block";
    this.frame.nextSibling.hidden = !children;
    for (const each of host.querySelectorAll("details")) each.open = children;
  }

  resize() {} // The frame knows its own width.

  select(target) {
    return this.ask("select", { target: { ...target } });
  }

  download(kind) {
    return this.ask("download", { kind });
  }

  state() {
    return this.known;
  }

  set_state(state) {
    this.send("state", { state });
  }

  free() {
    never(this.clock);
    for (const sign of SIGNS) window.removeEventListener(sign, this.listener);
    this.frame.remove();
    // Whoever still waits for an answer gets one.
    for (const resolve of this.asked.values()) resolve(false);
  }
}
