// ------------------------------------------------------------ the page's address

/** The state that says nothing: all is as the story opens with it. */
const OPENING = "1";

/** How long choices that follow each other make one step of the way back. */
const STEP = 1000;
let stepped = 0;

/** The parts of the page's hash as names and values. */
const parts = () => location.hash.slice(1).split("&").map((part) => /^([^=]*)=?(.*)$/s.exec(part).slice(1));

/**
 * What a widget may be called in the page's address: by its element's id, that of the `div` or script that it stands for,
 * its story's. Of several widgets the first is also called `ll`.
 */
function names({ host, mounted }) {
  const own = [host.id || host.getAttribute("name"), mounted?.id].filter(Boolean);
  const [first] = alive;
  return [...own.map((name) => `ll.${name}`), ...(first?.host === host ? ["ll"] : [])];
}

/** The name of a widget's state in the page's address; one of several may know it only when it knows its story. */
const name = (widget) => (alive.size < 2 ? "ll" : names(widget).find((each) => each !== "ll"));

/** What a state is put behind for a link to it. A page leaves its frame a gap for the name of the story. */
function leading(widget) {
  const { host, mounted } = widget;
  const address = host.getAttribute("address") || `${location.href.split("#")[0]}#${name(widget) || "ll."}=`;
  return mounted ? address.replace("#ll.=", `#ll.${mounted.id}=`) : address;
}

/** The state that the page's address has under one of these names, or null. */
function addressed(names) {
  const found = parts().find(([name]) => names.includes(name));
  return found ? found[1] : null;
}

/** Puts a state into the page's hash, in place of what stands there under these names, and leaves its other parts. */
function address(own, state, names) {
  const others = parts().filter(([each]) => each && !names.includes(each));
  const hash = [...others, [own, state]].map(([each, value]) => (value ? `${each}=${value}` : each)).join("&");
  if (location.hash === `#${hash}`) return;
  const together = Date.now() - stepped < STEP;
  stepped = Date.now();
  try {
    history[together ? "replaceState" : "pushState"](history.state, "", `#${hash}`);
  } catch {
    // Too many steps in a row, or a page without an address: the choice stands all the same.
  }
}
