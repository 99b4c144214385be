// A short run of the fuzz target of fuzz/protocol, the same on every machine: its seeds, and what becomes of them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Coverage } from "../../fuzz/protocol/coverage.mjs";
import { fuzz } from "../../fuzz/protocol/engine.mjs";

const folder = new URL("../../fuzz/seeds/protocol/", import.meta.url);
const seeds = readdirSync(folder).sort().map((name) => readFileSync(new URL(name, folder), "utf8"));

test("whatever messages come, from wherever, a page and its frame keep to the protocol", async () => {
  const coverage = new Coverage();
  const { runs } = await fuzz({ seeds, seed: 1, coverage, enough: (ran) => ran >= 3000, kept: () => {} });
  assert.equal(runs, 3000);
  // It would show nothing if it stopped at the door.
  assert.ok(coverage.reached.size > 120, coverage.share);
});
