// The types of the host interface, as strict TypeScript, TSX for React 18 and 19, and a template of Vue have them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function checks(checker, folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`node_modules/${checker}`, "-p", `tests/types/${folder}`], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
}

test("a page in TypeScript", () => checks("typescript/bin/tsc", "."));
test("a component of React 19", () => checks("typescript/bin/tsc", "react"));
test("a component of React 18", () => checks("typescript/bin/tsc", "react18"));
test("a template of Vue", () => checks("vue-tsc/bin/vue-tsc.js", "vue"));
