// ------------------------------------------------------------------ engine

let engine = null; // The promise of the WASM instance that all elements of the page share.
let sheet = null;
let stops = 0;
const alive = new Set();

function boot(base) {
  if (stops > 1) throw failure("stopped");
  engine = engine || start(base).catch((error) => {
    engine = null; // The next element may try again.
    throw error;
  });
  return engine;
}

async function start(base) {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype)) throw failure("browser");
  const module = await part(BUILD.module, base);
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styles(module));
  const instance = glue();
  try {
    instance.shared = await instance({ module_or_path: module });
  } catch (error) {
    refuse(error); // WebKit compiles under any policy.
    throw error;
  }
  return instance;
}

/** One of the two modules of this build. */
const part = ({ name, integrity }, base) =>
  get(new URL(name, base), { integrity, credentials: "same-origin" }, "engine", compile);

/** The share of the style sheet that a module carries. */
const styles = (module) => new TextDecoder().decode(WebAssembly.Module.customSections(module, BUILD.sheet)[0]);

const fetchStory = (address) => get(address, {}, "story", async (response) => new Uint8Array(await response.arrayBuffer()));

let rest = null; // The promise of the later module.

function fetchRest(base) {
  const fetched = () => part(BUILD.later, base);
  // A stumble of the network is not worth a word.
  rest = rest || fetched().catch(() => pause(1000).then(fetched)).catch((error) => {
    rest = null; // Whoever asks next may try again.
    throw error;
  });
  return rest;
}

/** Puts the later module into an instance, whose memory and functions it works with. */
function complete(instance, base) {
  instance.whole = instance.whole || fetchRest(base).then(async (module) => {
    await WebAssembly.instantiate(module, { __wasm_split: instance.shared });
    sheet.insertRule(`@media all{${styles(module)}}`, sheet.cssRules.length);
  }).catch((error) => {
    instance.whole = null;
    throw error;
  });
  return instance.whole;
}

/** How the first module asks for the later one. It does so only when that is there, and gets its answer at once. */
const link = (exports) => ({
  __wasm_split_load_later: (call, data) => exports().__indirect_function_table.get(call)(data, 1),
});

/** Browsers keep what they compiled only of a stream, and take a stream only of the right type. */
async function compile(response) {
  const type = response.headers.get("Content-Type") || "";
  if (type.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The module's functions, as the glue takes them. A module that panics, runs out of memory or of stack stops with an
 * error of its own, in the middle of whatever called it: an element, a listener, a timer. After that nothing of this
 * instance may be called.
 */
function watched(exports) {
  let broken = false;
  const watch = (call) => (...values) => {
    if (broken) return [];
    try {
      return call(...values);
    } catch (error) {
      // It may pass through several calls on its way out.
      if (!broken && (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) {
        broken = true;
        stop(error);
      }
      throw error;
    }
  };
  const entries = Object.entries(exports);
  return Object.fromEntries(entries.map(([name, it]) => [name, typeof it === "function" ? watch(it) : it]));
}

/** Once, every element gets its state back on a fresh instance; the second time the static edition stays. */
function stop(error) {
  // A part that the program stopped in the middle of is left out from then on; that is no second chance lost.
  if (![...alive].filter((widget) => widget.leaves()).length) stops += 1;
  engine = null;
  console.error(`Ledgerline ${BUILD.version}: ${say("stopped_console")}`, error);
  later(() => alive.forEach((widget) => widget.restart()));
}

/** The module's tasks. Its glue finds this function before the window's. */
const tasks = [];

function queueMicrotask(task) {
  tasks.push(task);
  window.queueMicrotask(work);
}

function work() {
  while (tasks.length) tasks.shift()();
}

/** Firefox takes its picture for the printer before any task has its turn, so what a page gets for paper is made at once. */
function paper() {
  window.removeEventListener("beforeprint", work);
  window.addEventListener("beforeprint", work); // Behind the listener of the module that was mounted last.
}
