// The codec between a page and its frame, run by Node: `node --test tests/scripts`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInThisContext } from "node:vm";

const source = readFileSync(new URL("../../src/embed/loader/protocol.js", import.meta.url), "utf8");
const { letter, opened, clamped, HIGHEST, BRIDGED } = runInThisContext(
  `(() => { ${source}\nreturn { letter, opened, clamped, HIGHEST, BRIDGED }; })()`,
);

const frame = {};
const from = "https://cdn.example";
const event = (data, source = frame, origin = from) => ({ data, source, origin });

test("a message goes out and comes in as it was", () => {
  const sent = letter("height", { height: 7 });
  assert.deepEqual(sent, { ledgerline: 1, type: "height", height: 7 });
  assert.equal(opened(event(sent), frame, [from]), sent);
});

test("only our frame is heard, and only from its origin", () => {
  const sent = letter("height", { height: 7 });
  assert.equal(opened(event(sent, {}), frame, [from]), null);
  assert.equal(opened(event(sent, null), null, [from]), null);
  assert.equal(opened(event(sent, undefined), undefined, [from]), null);
  for (const origin of ["https://cdn.example.evil", "http://cdn.example", "null", ""]) {
    assert.equal(opened(event(sent, frame, origin), frame, [from]), null, origin);
  }
  assert.equal(opened(event(sent, frame, "null"), frame, [from, "null"]), sent);
  assert.equal(opened(event(sent, frame, "https://any.example"), frame, ["*"]), sent);
});

test("what is not of this protocol is not heard", () => {
  for (const data of [null, undefined, 1, "height", [], {}, { ledgerline: 1 }, { ledgerline: 1, type: 2 },
    { ledgerline: 2, type: "height" }, { ledgerline: "1", type: "height" }, Object.create(null)]) {
    assert.equal(opened(event(data), frame, [from]), null);
  }
});

test("a height is a number of pixels within reason", () => {
  assert.equal(clamped(700.2), 701);
  assert.equal(clamped(1e9), HIGHEST);
  for (const height of [0, -1, NaN, Infinity, "700", null, undefined, {}, [700]]) assert.equal(clamped(height), null);
});

test("no frame can make the page hear of an error or a start of its own making", () => {
  assert.deepEqual(BRIDGED, ["change", "select"]);
});

test("no value whatever stops the reader", () => {
  let seed = 1;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const value = (depth) => {
    const pick = random(depth > 3 ? 8 : 10);
    const plain = [null, undefined, true, random(9) - 4, NaN, "height", "ledgerline", 1];
    if (pick < 8) return plain[pick];
    const names = ["ledgerline", "type", "height", "__proto__", "constructor", "toString"];
    if (pick === 8) return Array.from({ length: random(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: random(5) }, () => [names[random(6)], value(depth + 1)]));
  };
  for (let i = 0; i < 20000; i += 1) {
    const data = value(0);
    const message = opened(event(data), frame, [from]);
    const known = data !== null && typeof data === "object" && data.ledgerline === 1 && typeof data.type === "string";
    assert.equal(message, known ? data : null);
    const height = clamped(data);
    assert.ok(height === null || (Number.isInteger(height) && height > 0 && height <= HIGHEST));
  }
});
