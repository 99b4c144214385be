// What a page makes of its frame, run by Node around a page that only writes down what is done to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CDN, Frame, letter, Page } from "../../fuzz/protocol/world.mjs";

const says = (page, type, fields) => page.hear({ data: letter(type, fields), source: page.inner, origin: CDN });
const kinds = (page) => page.log.map(([kind]) => kind);

/** Lets as many waits go by as a frame may take, and some more. */
function patience(page) {
  for (let look = 0; look < 12; look += 1) page.clocks.splice(0).forEach((call) => page.there && call());
}

test("time counts only while the frame could be seen", () => {
  const page = new Page({});
  page.loaded();
  says(page, "starting", {});
  page.seen = false;
  patience(page);
  assert.deepEqual(kinds(page), []);
  page.seen = true;
  patience(page);
  assert.deepEqual(kinds(page), ["fail"]);
});

test("a directive is told only where the policy is the cause", () => {
  const [late, refused] = [new Page({}), new Page({})];
  patience(late);
  assert.equal(late.log[0][1].directive, null);
  refused.refused.add(`frame-src ${CDN}`);
  refused.hear({ effectiveDirective: "frame-src" });
  assert.equal(refused.log[0][1].directive, `frame-src ${CDN}`);
});

test("a part that fails in a frame leaves the others, and the page hears of it", () => {
  const page = new Page({});
  const reason = { code: "engine", sentence: "s", hint: "h", directive: "connect-src x" };
  says(page, "starting", {});
  says(page, "height", { height: 700 });
  says(page, "error", { ...reason, step: "partial" });
  assert.deepEqual(kinds(page), ["covers", "stands", "partial"]);
  assert.equal(page.log[2][1].directive, "connect-src x");
  says(page, "error", { ...reason, step: "static" });
  assert.equal(kinds(page).at(-1), "fail");
});

test("a page is led to a place only where it has asked for one", () => {
  const page = new Page({});
  says(page, "height", { height: 700 });
  page.ask("select", { claim: "a" });
  says(page, "place", { top: 400 });
  assert.ok(!kinds(page).includes("led"));
  page.framed.show();
  says(page, "place", { top: 400 });
  says(page, "place", { top: 500 });
  assert.deepEqual(page.log.filter(([kind]) => kind === "led"), [["led", "-400px"]]);
});

test("a frame leaves the console to the page that carries the script, and only to that", () => {
  const quiet = (hash) => new Frame({ search: "", hash, alone: false }).attributes.get("quiet");
  assert.equal(quiet("#at=https%3A%2F%2Fnews.example%2F%23ll%3D&ll="), "true");
  assert.equal(quiet(""), undefined);
});
