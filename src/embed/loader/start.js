// The hand-written half of `embed.js`. Assembling puts the files of this folder one after the other, behind `BUILD`
// (what belongs to this version) and `glue` (wasm-bindgen's, made anew for each instance), in one function, so no name
// here is global. What pages may rely on is the class `LedgerLine` of `element.js` and its events; the rest is ours.

const SCRIPT = document.currentScript;
const HOME = SCRIPT && SCRIPT.src ? new URL(".", SCRIPT.src).href : null;
const TAG = "ledger-line";
const VERSION = Symbol.for("ledgerline.version");
const ATTRIBUTES = ["story", "view", "lang", "theme", "mode", "state", "link", "loading", "base"];
// Other scripts of the page may patch these after us.
const { fetch: request, setTimeout: later, clearTimeout: never, history, location } = window;
const { stringify } = JSON;

/** The longest that a file, or a frame, may take. The reader has the static edition all the while. */
const PATIENCE = 60000;

/** An address as a whole one, or null where it is none. */
function whole(address, base = document.baseURI) {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

const pause = (time) => new Promise((resolve) => later(resolve, time));

// ---------------------------------------------------------------- failures

/** A failure that has words: `sentence` for the reader, `hint` for whoever can mend it, the `directive` to add. */
class Failure extends Error {
  constructor({ code, sentence, hint, directive = null }) {
    super(sentence);
    Object.assign(this, { code, sentence, hint, directive });
  }
}

const say = (key, values = {}) => BUILD.words[key].replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);

/** Most causes tell a reader nothing; they are for whoever can mend it. */
const failure = (code, values = {}, sentence = BUILD.words[code] ? code : "unloaded") =>
  new Failure({ code, sentence: say(sentence), hint: say(`${values.status ? "status" : code}_hint`, values) });

/** A failure whose cause is the policy of the page. */
const refusal = (code, directive) =>
  new Failure({ code, sentence: say("unloaded"), hint: say("policy_hint", { directive }), directive });

/** The bytes are the right ones, so a module that does not compile, or start, was refused by the page's policy. */
function refuse(error) {
  if (/^(Compile|Eval)Error$/.test(error.name)) throw refusal("policy", "script-src 'wasm-unsafe-eval'");
}

/** What the policy of the page kept us from, as in `connect-src https://cdn.example`. */
const refused = new Set();
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
  // A refused frame is told as `child-src` by some.
  const directive = effectiveDirective.replace("child-src", "frame-src");
  if (disposition === "enforce") refused.add(`${directive} ${blockedURI.split("/", 3).join("/")}`);
});

/** What `read` makes of the answer, or a failure of this code that says what came instead. */
async function get({ href, origin }, options, code, read) {
  const values = { url: href, origin };
  const stop = new AbortController();
  const clock = later(() => stop.abort(), PATIENCE);
  try {
    const response = await request(href, { ...options, signal: stop.signal });
    if (!response.ok) throw failure(code, { ...values, status: response.status });
    return await read(response);
  } catch (error) {
    if (error instanceof Failure) throw error;
    refuse(error);
    // The event that tells of a refusal is a task of its own, after the failed fetch.
    await pause(50);
    const directive = `connect-src ${origin}`;
    throw refused.has(directive) ? refusal(code, directive) : failure(code, values);
  } finally {
    never(clock);
  }
}
