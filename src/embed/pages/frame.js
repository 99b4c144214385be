// What runs in `frame.html`: it puts the widget there and keeps to the protocol with the page around it. Assembling puts
// `protocol.js` and `offline.js` in front.

const outer = window.parent === window ? null : window.parent;
// To whoever shows this frame: what is told is what the reader sees.
const post = (message) => outer && outer.postMessage(message, "*");
post(letter("starting", {}));
// A frame keeps its height on paper. What unfolds there would be cut off; this listener is there before the widget's.
if (outer) window.addEventListener("beforeprint", (event) => event.stopImmediatePropagation());

const query = new URLSearchParams(location.search);
/** WordPress puts a secret of its own into the address and wants it back. */
const secret = (/[#&?]secret=(\w+)/.exec(location.hash) || [])[1];
const element = document.createElement("ledger-line");
const PASSED = ["view", "lang", "theme"];

/** What stays as it is, is not set again: every attribute that is set is a change. */
function set(name, value) {
  if (!worded(value)) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

set("mode", "inline"); // Frames never nest.
set("loading", "eager");
PASSED.forEach((name) => set(name, query.get(name)));
/** Links lead to the page around us where it has told its address, else to the widget on a page of its own. */
const around = web(new URLSearchParams(location.hash.slice(1)).get("at"));
const page = document.documentElement;
set("address", around || `${new URL(page.dataset.page + location.search, location.href).href}#ll=`);
// A page that carries `embed.js` says itself what failed here.
if (around) set("quiet", "true");
// The page's language is that of its own story.
if (query.has("story")) page.removeAttribute("lang");
if (query.get("lang")) page.lang = query.get("lang");

/** The height, for our own pages, for AMP and for WordPress. Without a width there is none. */
function tell() {
  const body = document.body.getBoundingClientRect();
  const height = clamped(body.width && body.height);
  if (!height) return;
  post(letter("height", { height }));
  post({ sentinel: "amp", type: "embed-size", height });
  if (secret) post({ message: "height", value: height, secret });
}

const watch = new ResizeObserver(tell);

/** From now on, and for as long as the frame is there. An observer waits until the frame is drawn, and a browser need not
 * draw what is out of sight, so the first height is told without one, as soon as the widget has filled its place. */
function stands() {
  setTimeout(tell);
  watch.observe(document.body);
}

for (const name of ["ready", ...BRIDGED]) {
  element.addEventListener(`ledgerline:${name}`, ({ detail }) => {
    post(letter("event", { name, detail, state: element.state }));
    if (name === "ready") stands();
  });
}
element.addEventListener("ledgerline:error", ({ detail }) => {
  post(letter("error", detail));
  if (Object(detail).step !== "partial") stands(); // What is left stands later.
});

named(element);

function begin(story) {
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

/** Gives the focus to the claim that has been opened, and tells the page where it is. */
function show() {
  const place = element.shadowRoot && openPlace(element.shadowRoot);
  if (place) place.focus({ preventScroll: true });
  tell();
  post(letter("place", { top: place ? place.getBoundingClientRect().top : null }));
}

const actions = {
  story: ({ text }) => element.isConnected || begin(story(text)),
  state: ({ state }) => (element.state = worded(state)),
  update: (values) => PASSED.forEach((name) => set(name, values[name])),
  select: ({ id, target }) => reply(id, element.select(target)),
  // It is laid out by then; frames that are not in sight may not be drawn for long.
  show: () => setTimeout(show, 50),
  download: ({ id, kind }) => reply(id, element.download(worded(kind))),
};
window.addEventListener("message", (event) => {
  const message = opened(event, outer, ["*"]);
  if (message && Object.hasOwn(actions, message.type)) actions[message.type](message);
});

if (query.get("story") !== "given") begin(web(query.get("story") || page.dataset.story));
keepOffline(() => element, () => {});
