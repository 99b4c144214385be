// The host interface is told in four places; they tell the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const loader = ["start", "widget", "outer", "element"].map((name) => read(`src/embed/loader/${name}.js`)).join("\n");
const types = read("src/embed/host/ledgerline.d.ts");
const [declared] = JSON.parse(read("src/embed/host/custom-elements.json")).modules[0].declarations;
const guide = read("docs/host.md");
const attributes = JSON.parse(/const ATTRIBUTES = (\[.*?\]);/.exec(loader)[1]);

test("attributes are the same in the loader, the manifest and the guide", () => {
  assert.deepEqual(declared.attributes.map(({ name }) => name).sort(), [...attributes].sort());
  for (const name of attributes) assert.match(guide, new RegExp(`\\| \`${name}\` \\|`), name);
});

test("every attribute but lang is a property with a type", () => {
  for (const name of attributes) {
    if (name !== "lang") assert.match(types, new RegExp(`^  (get )?${name}(\\(\\))?: `, "m"), name);
  }
});

test("events are the same in the types, the manifest and the guide", () => {
  const told = [...types.matchAll(/^ {2}"(ledgerline:\w+)"/gm)].map(([, name]) => name);
  assert.deepEqual(declared.events.map(({ name }) => name), told);
  for (const name of told) assert.ok(guide.includes(`\`${name}\``), name);
});

test("every code of an error is in the types and in the guide", () => {
  const codes = new Set([...loader.matchAll(/(?:failure|refusal)\("([\w-]+)"/g)].map(([, code]) => code));
  for (const code of codes) {
    assert.ok(types.includes(`\`${code}\``), code);
    assert.ok(guide.includes(`\`${code}\``), code);
  }
});
