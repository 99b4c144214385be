// The loop: inputs that reach code which no input has reached, or reach it more often, stay and are changed further.
import { run } from "./target.mjs";
import { mutate, random } from "./mutate.mjs";

/** An input for which something does not hold. */
export class Finding extends Error {
  constructor(input, cause) {
    super(`${cause && cause.message}\ninput: ${input}`, { cause });
    this.input = input;
  }
}

/** Runs one input; what it leaves unhandled is a finding as well. */
export async function check(input) {
  let left = null;
  const note = (reason) => (left = { reason });
  process.on("unhandledRejection", note);
  try {
    await run(input);
    await new Promise(setImmediate);
  } catch (error) {
    throw new Finding(input, error);
  } finally {
    process.off("unhandledRejection", note);
  }
  if (left) throw new Finding(input, left.reason);
}

/**
 * Runs the seeds, then what becomes of them, until `enough` says so. `kept` hears of every input that stays. Gives how
 * many inputs ran and how many stayed.
 */
export async function fuzz({ seeds, seed, coverage, enough, kept }) {
  const below = random(seed);
  const corpus = [];
  let runs = 0;
  const attempt = async (input) => {
    await check(input);
    runs += 1;
    if (coverage.news() === 0) return;
    corpus.push(input);
    kept(input);
  };
  for (const input of seeds) await attempt(input);
  while (!enough(runs)) {
    // The newest half as often as all.
    const from = below(2) ? below(corpus.length) : corpus.length - 1 - below(Math.ceil(corpus.length / 2));
    let input = corpus[from];
    for (let i = below(3); i >= 0; i -= 1) input = mutate(below, input, corpus[below(corpus.length)]);
    await attempt(input);
  }
  return { runs, corpus: corpus.length };
}
