// Which ways a run takes through our sources: every branch gets a call that notes it. (V8's own coverage keeps all
// closures that were ever made, and gets slower with each run.)
import { parse } from "acorn";

/** The branches of all sources: their first words, by number. */
const branches = [];
let last = 0;
let steps = new Map();

/** What the sources call: a step from one branch to another. */
export function hit(branch) {
  const step = last * 4096 + branch;
  steps.set(step, (steps.get(step) || 0) + 1);
  last = branch;
}

/** What to put before and after a node, and where a branch is a whole block, behind its brace. */
function marks(root, text) {
  const found = [];
  const number = ({ start, end }) => branches.push(text.slice(start, end).replace(/\s+/g, " ").slice(0, 90)) - 1;
  const wrap = (node, open, close) => {
    if (!node || node.type === "BlockStatement") return;
    found.push([node.start, open(number(node))], [node.end, close]);
  };
  const value = (node) => wrap(node, (at) => `(hit(${at}), `, ")");
  const statement = (node) => wrap(node, (at) => `{ hit(${at}); `, " }");
  const kinds = {
    BlockStatement: (node) => found.push([node.start + 1, ` hit(${number(node)});`]),
    ArrowFunctionExpression: ({ body }) => value(body),
    AssignmentPattern: ({ right }) => value(right),
    LogicalExpression: ({ right }) => value(right),
    ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate].forEach(value),
    IfStatement: ({ consequent, alternate }) => [consequent, alternate].forEach(statement),
  };
  const visit = (node) => {
    if (Object.hasOwn(kinds, node.type)) kinds[node.type](node);
    for (const child of Object.values(node).flat()) if (child && typeof child.type === "string") visit(child);
  };
  visit(root);
  return found;
}

/** The text with its calls. */
export function instrumented(text) {
  const found = marks(parse(text, { ecmaVersion: "latest" }), text);
  let made = "";
  for (let at = 0; at <= text.length; at += 1) {
    const here = found.filter(([place]) => place === at).map(([, words]) => words);
    const ends = here.filter((words) => /^ ?[)}]$/.test(words)).reverse(); // The innermost first.
    made += ends.join("") + here.filter((words) => !ends.includes(words)).join("") + text.slice(at, at + 1);
  }
  return made;
}

/** What was ever seen. */
export class Coverage {
  constructor() {
    this.reached = new Set();
    this.ways = new Set();
  }

  /** How many new ways the last run went: a step first taken, or twice as often as ever before. */
  news() {
    let fresh = 0;
    for (const [step, count] of steps) {
      this.reached.add(step % 4096);
      const way = step * 8 + Math.min(31 - Math.clz32(count), 7);
      if (this.ways.has(way)) continue;
      this.ways.add(way);
      fresh += 1;
    }
    steps = new Map();
    last = 0;
    return fresh;
  }

  /** How much of the code was reached, and the first words of what never was. */
  get share() {
    return `${this.reached.size} of ${branches.length} branches, ${this.ways.size} ways`;
  }

  get missed() {
    return branches.filter((_, branch) => !this.reached.has(branch));
  }
}
