// ------------------------------------------------------------ what stands in the page

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.keys(attributes).forEach((name) => node.setAttribute(name, attributes[name]));
  node.append(...children);
  return node;
}

/** Comes true when an element is in sight, or as near to it as the margin, in pixels, says. */
function near(host, hurry, margin) {
  const { top, bottom, width } = host.getBoundingClientRect();
  // What is there is seen at once; the observer waits for the page's next picture.
  const there = width && top < innerHeight + margin && bottom > -margin;
  if (there && document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => resolve(watch.disconnect());
    const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && done(), {
      rootMargin: `${margin}px 0px`,
    });
    watch.observe(host);
    hurry.then(done);
  });
}

/** The signs that a reader turns to an element. */
const TURNS = ["pointerover", "touchstart", "focusin"];
