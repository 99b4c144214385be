// ------------------------------------------------------------ the page's address

/** How long choices that follow each other make one step of the way back. */
const STEP = 1000;
let stepped = 0;

/** The parts of the page's hash as names and values. */
const parts = () => location.hash.slice(1).split("&").map((part) => /^([^=]*)=?(.*)$/s.exec(part).slice(1));

/** The state that the page's address has for one of these names, or null. Of several widgets the first takes `#ll=`. */
function addressed(names, first) {
  const wanted = names.filter(Boolean).map((name) => `ll.${name}`);
  const found = parts().find(([name]) => wanted.includes(name) || (first && name === "ll"));
  return found ? found[1] : null;
}

/** Puts a state into the page's hash and leaves its other parts. */
function address(name, state) {
  const others = parts().filter(([each]) => each && each !== "ll" && each !== name);
  const hash = [...others, [name, state]].map(([each, value]) => (value ? `${each}=${value}` : each)).join("&");
  if (location.hash === `#${hash}`) return;
  const together = Date.now() - stepped < STEP;
  stepped = Date.now();
  try {
    history[together ? "replaceState" : "pushState"](history.state, "", `#${hash}`);
  } catch {
    // Too many steps in a row, or a page without an address: the choice stands all the same.
  }
}
