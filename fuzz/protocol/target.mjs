// What must hold between a page and its frame, whatever messages come, from wherever, in whatever order. One input is one
// life of both: their first addresses, then steps. The input's form is told in README.md.
import assert from "node:assert/strict";
import { decode, read } from "./codec.mjs";
import { CDN, clamped, Frame, letter, opened, Page } from "./world.mjs";

const HIGHEST = 50000;
const KINDS = {
  page: ["starting", "height", "event", "answer", "error", "place"],
  frame: ["story", "state", "update", "select", "download", "show"],
};
const MOST = 40;
const text = (value) => (typeof value === "string" ? value : "");
const same = (what, before, after) => assert.equal(after, before, what);

/** What nobody may add to. */
const PROTOTYPES = [Object, Array, Function, String, Number, Map, Set, Promise, RegExp, URL].map((each) => each.prototype);
const names = () => PROTOTYPES.map((each) => Reflect.ownKeys(each).length).join();
const CLEAN = names();

/** Our own messages go through the other side's reader and come out as they were. */
function passes(message, from, origins) {
  const copy = structuredClone(message);
  assert.deepEqual(copy, message, "a message changes on its way");
  same("our own message is not heard", copy, opened({ data: copy, source: from, origin: CDN }, from, origins));
  return copy;
}

/** Whether the side has to listen: told from the rules of the protocol alone, not by its code. */
function counts(side, { source, origin, data }, ends) {
  const known = typeof data === "object" && data !== null && data.ledgerline === 1 && KINDS[side].includes(data.type);
  if (side === "frame") return known && source === ends.frame.outer;
  const allowed = origin === CDN || (ends.bare && origin === "null");
  return known && source === ends.page.inner && allowed;
}

function pageHolds(page) {
  const { style, framed, log } = page;
  const height = style.height === undefined ? "0" : style.height;
  assert.match(String(height), /^(0|[1-9]\d{0,4}px)$/, "the frame's height");
  assert.ok(parseInt(height, 10) <= HIGHEST, `a height of ${height}`);
  same("a state that is not text", "string", typeof framed.known);
  for (const [what, value] of log) {
    if (what === "tell") assert.ok(["change", "select"].includes(value), `the page hears of ${value}`);
    if (what === "fail" || what === "partial") {
      for (const name of ["code", "sentence", "hint"]) same(`${name} of a failure`, "string", typeof value[name]);
      assert.ok(value.directive === null || (typeof value.directive === "string" && value.directive), "its directive");
    }
    if (what === "led") assert.match(value, /^(0|-\d{1,5})px$/, "the page is scrolled to a place");
  }
  assert.ok(log.filter(([what]) => what === "stands").length <= 1, "it stands twice");
  assert.ok(log.filter(([what]) => what === "fail").length <= 1, "it fails twice");
  const open = page.asked.map(({ id }) => id);
  same("two questions have one number", open.length, new Set(open).size);
}

function frameHolds(frame, alone) {
  const { attributes, log, sent } = frame;
  same("frames nest", "inline", attributes.get("mode"));
  same("a frame waits to be seen", "eager", attributes.get("loading"));
  for (const [name, value] of attributes) {
    const known = ["mode", "loading", "view", "lang", "theme", "address", "story", "quiet"].includes(name);
    assert.ok(known && typeof value === "string" && value !== "", `${name} is set to ${String(value)}`);
  }
  assert.match(attributes.get("address"), /^https?:/, "an address of another kind");
  for (const [what, value] of log) {
    if (what === "state") same("a state that is not text", "string", typeof value);
    const address = typeof value === "string" && /^https?:/.test(value);
    if (what === "story") assert.ok(address || (typeof value === "object" && value !== null), `the story is ${value}`);
  }
  assert.ok(log.filter(([what]) => what === "shown").length <= 1, "it is shown twice");
  if (alone) same("a page of its own talks to itself", 0, sent.length);
  else assert.deepEqual(sent[0], [letter("starting", {}), "*"], "the first word");
}

/** A message to one of the sides, from somebody. */
function deliver(step, ends) {
  const side = step.to === "frame" ? "frame" : "page";
  const end = ends[side];
  const senders = { right: side === "page" ? ends.page.inner : ends.frame.outer, stranger: {}, none: null };
  const source = Object.hasOwn(senders, text(step.source)) ? senders[step.source] : senders.right;
  const event = { data: decode(step.data), source, origin: step.origin === undefined ? CDN : text(step.origin) };
  const before = end.effects();
  end.hear(event);
  if (!counts(side, event, ends)) same(`${side} acts on what is not for it`, before, end.effects());
}

/** What the two sides do by themselves. A page asks nothing of a frame that is gone. */
const DO = {
  select: ({ page }, value) => page.there && page.ask("select", value),
  download: ({ page }, value) => page.there && page.ask("download", value),
  state: ({ page }, value) => page.framed.set_state(value),
  update: ({ page }, value) => page.framed.update(Object(value)),
  free: ({ page }) => page.free(),
  load: ({ page }) => page.loaded(),
  /** Time goes by. */
  late: ({ page }) => {
    for (let look = 0; look < 12; look += 1) page.clocks.splice(0).forEach((call) => page.there && call());
  },
  /** The page comes into sight, or goes out of it. */
  see: ({ page }, value) => (page.seen = value === true),
  show: ({ page }) => page.there && page.framed.show(),
  refuse: ({ page }) => {
    page.refused.add(`frame-src ${CDN}`);
    page.hear({ effectiveDirective: "frame-src" });
  },
  resize: ({ frame }, value) => {
    frame.height = value;
    if (frame.resized) frame.resized();
  },
  event: ({ frame }, value) => {
    const { name, detail } = Object(value);
    const heard = Object.hasOwn(frame.heard, text(name)) && frame.heard[name];
    if (heard) heard({ detail });
  },
  /** All that each side has said is heard by the other. */
  carry: (ends) => {
    for (const message of ends.page.sent.splice(0)) {
      const data = passes(message, ends.frame.outer, ["*"]);
      ends.frame.hear({ data, source: ends.frame.outer, origin: "https://news.example" });
    }
    for (const [message, to] of ends.frame.sent.slice(ends.carried)) {
      same("a reply goes to somebody else", "*", to);
      if (message.ledgerline !== 1) continue; // AMP's and WordPress's shapes.
      const data = passes(message, ends.page.inner, [CDN]);
      ends.page.hear({ data, source: ends.page.inner, origin: CDN });
    }
    ends.carried = ends.frame.sent.length;
  },
};

function take(step, ends) {
  const { to, value } = Object(step);
  const own = Object(step).do;
  if (typeof own === "string" && Object.hasOwn(DO, own)) DO[own](ends, decode(value));
  else deliver({ ...Object(step), to }, ends);
  pageHolds(ends.page);
  frameHolds(ends.frame, ends.alone);
  same("a prototype has something new", CLEAN, names());
}

/** Every question has at most one answer, and one as soon as the frame is gone. */
function answered(page) {
  for (const { answers, kind } of page.asked) same(`${kind} has ${answers.length} answers`, 1, answers.length);
}

/** Runs one input; throws where something does not hold. */
export async function run(bytes) {
  const input = read(bytes);
  const [bare, alone] = [input.bare === true, input.alone === true];
  const page = new Page({ given: input.given === true, bare });
  const frame = new Frame({ search: text(input.search), hash: text(input.hash), alone });
  const ends = { page, frame, bare, alone, carried: 0 };
  frameHolds(frame, alone);
  for (const step of input.steps.slice(0, MOST)) {
    take(step, ends);
    await null; // Answers come in their own turn.
  }
  page.free();
  await new Promise(setImmediate);
  answered(page);
  frameHolds(frame, alone);
  const height = clamped(input.height);
  assert.ok(height === null || (Number.isInteger(height) && height > 0 && height <= HIGHEST), `clamped to ${height}`);
}
