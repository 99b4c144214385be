// `node fuzz/protocol/run.mjs --seconds 600 [--seed N]` fuzzes; `node fuzz/protocol/run.mjs FILE...` runs inputs again.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { Coverage } from "./coverage.mjs";
import { check, Finding, fuzz } from "./engine.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now() % 2 ** 31) } },
});
const folder = (name) => new URL(`../${name}/protocol/`, import.meta.url);
const texts = (where) => readdirSync(where).sort().map((name) => readFileSync(new URL(name, where), "utf8"));
const name = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

const coverage = new Coverage();

async function again() {
  for (const file of positionals) {
    await check(readFileSync(file, "utf8"));
    console.log(`${file}: all holds`);
  }
}

async function search() {
  mkdirSync(folder("corpus"), { recursive: true });
  const [seconds, start] = [Number(values.seconds), Date.now()];
  let told = start;
  const enough = (runs) => {
    if (Date.now() - told > 10000) {
      told = Date.now();
      console.log(`${runs} runs, ${coverage.share}`);
    }
    return Date.now() - start > seconds * 1000;
  };
  const kept = (text) => writeFileSync(new URL(`${name(text)}.json`, folder("corpus")), text);
  const seeds = [...texts(folder("seeds")), ...texts(folder("corpus"))];
  console.log(`seed ${values.seed}, ${seeds.length} inputs to begin with`);
  const { runs, corpus } = await fuzz({ seeds, seed: Number(values.seed), coverage, enough, kept });
  console.log(`${runs} runs in ${seconds} s, ${corpus} inputs kept, ${coverage.share}, nothing found`);
  for (const line of coverage.missed) console.log(`never reached: ${line}`);
}

try {
  await (positionals.length > 0 ? again() : search());
} catch (error) {
  if (!(error instanceof Finding)) throw error;
  const file = `fuzz/artifacts/protocol/${name(error.input)}.json`;
  mkdirSync(folder("artifacts"), { recursive: true });
  writeFileSync(new URL(`${name(error.input)}.json`, folder("artifacts")), error.input);
  console.error(`${error.cause.stack}\n${error.input}\nagain: node fuzz/protocol/run.mjs ${file}`);
  process.exitCode = 1;
}
