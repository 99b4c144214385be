// What runs in `frame.html`: it puts the widget there and keeps to the protocol with the page around it. Assembling puts
// `protocol.js` and `offline.js` in front.

const outer = window.parent === window ? null : window.parent;
// To whoever shows this frame: what is told is what the reader sees.
const post = (message) => outer && outer.postMessage(message, "*");
post(letter("starting", {}));

const query = new URLSearchParams(location.search);
/** WordPress puts a secret of its own into the address and wants it back. */
const secret = (/[#&?]secret=(\w+)/.exec(location.hash) || [])[1];
const element = document.createElement("ledger-line");
const PASSED = ["view", "lang", "theme"];

function set(name, value) {
  if (worded(value)) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

set("mode", "inline"); // Frames never nest.
set("loading", "eager");
PASSED.forEach((name) => set(name, query.get(name)));
/** Links lead to the page around us where it has told its address, else to the widget on a page of its own. */
const around = web(new URLSearchParams(location.hash.slice(1)).get("at"));
const page = document.documentElement;
set("address", around || `${new URL(page.dataset.page + location.search, location.href).href}#ll=`);
// The page's language is that of its own story.
if (query.has("story")) page.removeAttribute("lang");
if (query.get("lang")) page.lang = query.get("lang");

/** The height, for our own pages, for AMP and for WordPress. */
function tell() {
  const height = clamped(document.body.getBoundingClientRect().height);
  if (!height) return;
  post(letter("height", { height }));
  post({ sentinel: "amp", type: "embed-size", height });
  if (secret) post({ message: "height", value: height, secret });
}

/** From now on, and for as long as the frame is there. */
const stands = () => new ResizeObserver(tell).observe(document.body);

for (const name of ["ready", ...BRIDGED]) {
  element.addEventListener(`ledgerline:${name}`, ({ detail }) => {
    post(letter("event", { name, detail, state: element.state }));
    if (name === "ready") stands();
  });
}
element.addEventListener("ledgerline:error", ({ detail }) => {
  post(letter("error", detail));
  stands();
});

named(element);

function show(story) {
  if (story) element.story = story;
  document.body.prepend(element);
}

/** A story that came as text. Never an address: those come with our own address, and are looked at there. */
function story(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {}; // The widget says what it lacks.
  }
}

/** What the widget says to a question; where there is no story, there is nothing to be had. */
const reply = (id, answer) => answer.catch(() => false).then((value) => post(letter("answer", { id, value })));

const actions = {
  story: ({ text }) => element.isConnected || show(story(text)),
  state: ({ state }) => (element.state = worded(state)),
  update: (values) => PASSED.forEach((name) => set(name, values[name])),
  select: ({ id, target }) => reply(id, element.select(target)),
  download: ({ id, kind }) => reply(id, element.download(worded(kind))),
};
window.addEventListener("message", (event) => {
  const message = opened(event, outer, ["*"]);
  if (message && Object.hasOwn(actions, message.type)) actions[message.type](message);
});

if (query.get("story") !== "given") show(web(query.get("story") || page.dataset.story));
keepOffline(() => element, () => {});
