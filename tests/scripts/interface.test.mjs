// The host interface is told in four places; they tell the same.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const scripts = readdirSync(new URL("../../src/embed/loader/", import.meta.url));
const loader = scripts.map((name) => read(`src/embed/loader/${name}`)).join("\n");
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

test("every code of an error is in the types and in the guide, and no other", () => {
  const codes = new Set([...loader.matchAll(/(?:failure|refusal|code: )\(?"([\w-]+)"/g)].map(([, code]) => code));
  for (const [, code] of read("src/embed/reading.rs").matchAll(/code: "([\w-]+)"|=> "([\w-]+)"/g)) if (code) codes.add(code);
  const union = /type ErrorCode =([^;]+);/.exec(types)[1];
  const told = [...union.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
  for (const code of codes) assert.ok(told.includes(code), code);
  for (const code of told) assert.ok(guide.includes(`\`${code}\``), code);
});

test("the members of the manifest are those of the types", () => {
  const body = /interface LedgerLine extends HTMLElement \{([^]*?)\n\}/.exec(types)[1];
  const names = [...body.matchAll(/^ {2}(?:readonly |get )?(\w+)(?:\(\))?[:(]/gm)].map(([, name]) => name);
  const told = declared.members.map(({ name }) => name).sort();
  assert.deepEqual(told, [...new Set(names)].filter((name) => !name.endsWith("EventListener")).sort());
});

const tokens = new Map([...read("style/tokens.css").split("@media")[0].matchAll(/^ {2}(--ll-[\w-]+): (.+?);/gm)].map((found) => found.slice(1)));
const theme = read("tests/hosts/theming/theme.css");

test("the manifest has every token with its value, and the face that the page's text has", () => {
  const told = new Map(declared.cssProperties.map(({ name, default: value }) => [name, value]));
  assert.deepEqual(told, new Map([...tokens, ["--ll-sans", undefined]].sort()), "tokens");
});

test("the manifest, the guide and the theming page have every part of the widget", () => {
  const rust = (folder) => readdirSync(new URL(`../../${folder}/`, import.meta.url), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? rust(`${folder}/${entry.name}`) : [read(`${folder}/${entry.name}`)]);
  const parts = new Set(rust("src").flatMap((text) => [...text.matchAll(/\("part", "(\w+)"\)/g)].map(([, part]) => part)));
  assert.deepEqual(declared.cssParts.map(({ name }) => name).sort(), [...parts].sort());
  for (const part of parts) {
    assert.ok(guide.includes(`\`${part}\``), part);
    assert.ok(theme.includes(`::part(${part})`), part);
  }
});

/** The declarations of a rule, by name. */
const rule = (text, selector) => new Map([...text.slice(text.indexOf(`${selector} {`)).split("}")[0].matchAll(/(--ll-[\w-]+): ([^;]+);/g)]
  .map((found) => found.slice(1)));

test("the theming page sets every token, and every colour for dark as well", () => {
  const all = [...tokens.keys(), "--ll-sans"].sort();
  assert.deepEqual([...rule(theme, "ledger-line").keys()].sort(), all);
  const colours = [...rule(theme, "ledger-line")].filter(([, value]) => value.startsWith("#")).map(([name]) => name);
  for (const selector of ['ledger-line:not([theme="light"])', 'ledger-line[theme="dark"]']) {
    assert.deepEqual([...rule(theme, selector).keys()], colours, selector);
  }
});

function contrast(one, other) {
  const light = (colour) => {
    const [, ...hex] = /#(..)(..)(..)/.exec(colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour);
    const [r, g, b] = hex.map((pair) => parseInt(pair, 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return high / low;
}

test("the colours that the guide and the theming page suggest can be read on their ground, light and dark", () => {
  const sheet = read("style/tokens.css");
  for (const [name, text] of [["guide", guide.slice(guide.indexOf("## Look"))], ["theming page", theme]]) {
    for (const [own, ours] of [["ledger-line", ":host"], ['ledger-line:not([theme="light"])', ':host(:not([theme="light"]))']]) {
      const colours = rule(text, own);
      assert.ok(colours.size, `${name} has nothing for ${own}`);
      const ground = colours.get("--ll-bg") || rule(sheet, ours).get("--ll-bg");
      for (const [token, value] of colours) {
        if (!value.startsWith("#") || /-(bg|wash|rule)$/.test(token)) continue;
        assert.ok(contrast(value, ground) >= 4.5, `${name}: ${token} ${value} on ${ground}`);
      }
    }
  }
});
