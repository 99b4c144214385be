// Random changes to inputs, from a seed: to what they mean (names, values, steps) and to their bytes.
import { SPECIALS } from "./codec.mjs";

/** Words that mean something to one of the two sides, or to the language. */
const WORDS = [
  "ledgerline", "type", "height", "starting", "event", "answer", "error", "place", "top", "show", "step", "partial", "directive", "story", "state", "update", "select", "download",
  "id", "value", "name", "detail", "code", "sentence", "hint", "text", "target", "kind", "view", "lang", "theme", "change",
  "ready", "claim", "year", "mode", "address", "__proto__", "constructor", "prototype", "toString", "valueOf", "then",
  "hasOwnProperty", "given", "secret", "at", "ll", "null", "*", "{}", "[]", '"', "%", "%zz", "javascript:alert(1)",
  "https://cdn.example", "https://cdn.example.evil", "",
];
const NUMBERS = [0, 1, 2, -1, 0.5, 49999.5, 50000, 50001, 1e9, -1e9, 1e308, 2 ** 53, 5e-324];
/** What the sides do by themselves, and names of steps. */
const DOES = ["select", "download", "state", "update", "free", "load", "late", "see", "show", "refuse", "resize", "event", "carry"];
const STEPS = ["to", "source", "origin", "data", "do", "value"];

/** The same numbers for the same seed. */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const pick = (below, list) => list[below(list.length)];

function value(below, depth = 0) {
  const kind = below(depth > 2 ? 6 : 9);
  if (kind === 0) return pick(below, [null, true, false]);
  if (kind === 1) return pick(below, NUMBERS);
  if (kind === 2) return below(1000) - 10;
  if (kind === 3) return { $: pick(below, SPECIALS) };
  if (kind < 6) return pick(below, WORDS);
  if (kind === 6) return Array.from({ length: below(4) }, () => value(below, depth + 1));
  const made = {};
  for (let i = below(4); i > 0; i -= 1) put(made, pick(below, WORDS), value(below, depth + 1));
  return made;
}

/** As JSON.parse does it: `__proto__` is a name like any other. */
function put(object, name, own) {
  Object.defineProperty(object, name, { value: own, writable: true, enumerable: true, configurable: true });
}

/** All objects and lists in a value. */
function nodes(root) {
  const found = [];
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    found.push(node);
    open.push(...Object.values(node));
  }
  return found;
}

function change(below, node, other) {
  const names = Object.keys(node);
  const name = names.length > 0 ? pick(below, names) : pick(below, WORDS);
  const kind = below(7);
  if (kind === 6) put(node, "do", pick(below, DOES));
  else if (kind === 0) put(node, name, value(below));
  else if (kind === 1) put(node, pick(below, below(3) ? WORDS : STEPS), value(below));
  else if (kind === 2) delete node[name];
  else if (kind === 3 && names.length > 1) put(node, name, node[pick(below, names)]);
  else if (kind === 4) put(node, name, structuredClone(pick(below, nodes(other))));
  else if (typeof node[name] === "number") put(node, name, node[name] + pick(below, [1, -1, 0.5, 1e5]));
  else if (Array.isArray(node)) node.splice(below(node.length + 1), 0, structuredClone(pick(below, node.length ? node : [1])));
}

function meaning(below, text, other) {
  const input = JSON.parse(text);
  const donor = JSON.parse(other);
  if (typeof input !== "object" || input === null || typeof donor !== "object" || donor === null) throw new Error("flat");
  for (let i = below(4); i >= 0; i -= 1) change(below, pick(below, nodes(input)), donor);
  return JSON.stringify(input);
}

function bytes(below, text, other) {
  const at = below(text.length + 1);
  const kind = below(5);
  if (kind === 0) return text.slice(0, at) + String.fromCharCode(below(256)) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1 + below(8));
  if (kind === 2) return text.slice(0, at) + pick(below, WORDS) + text.slice(at);
  if (kind === 3) return text.slice(0, at) + other.slice(below(other.length + 1));
  return text.slice(0, at) + text.slice(below(at + 1), at) + text.slice(at);
}

const LONGEST = 4000;

/** A neighbour of one input, with parts of another. */
export function mutate(below, text, other) {
  let next = text;
  try {
    next = below(8) ? meaning(below, text, other) : bytes(below, text, other);
  } catch {
    next = bytes(below, text, other);
  }
  return next.slice(0, LONGEST);
}
