// Stands first in every page that is compared: what the browser itself tells of a start, and when the first event
// could be seen.
const seen = { paint: 0, event: 0, blocked: 0, last: 0 };
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) {
    seen.blocked += Math.max(0, task.duration - 50);
    seen.last = Math.max(seen.last, task.startTime + task.duration);
  }
}).observe({ type: "longtask", buffered: true });
new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) if (name === "first-paint") seen.paint = startTime;
}).observe({ type: "paint", buffered: true });

function watch(find) {
  const look = () => {
    const found = find();
    if (found && found.getBoundingClientRect().width) requestAnimationFrame((now) => { seen.event = now; });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Interactive: the event is there, and the main thread has been free for a second. */
async function settled(longest) {
  const start = performance.now();
  for (;;) {
    await new Promise((done) => setTimeout(done, 100));
    const now = performance.now();
    if (seen.event && now - Math.max(seen.last, seen.event) > 1000) return true;
    if (now - start > longest) return false;
  }
}

function nodes(root) {
  let count = 0;
  const walk = (node) => {
    count += 1;
    if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
    node.childNodes.forEach(walk);
  };
  walk(root);
  return count;
}

const wire = () =>
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, { transferSize }) => sum + transferSize, 0);

/** Lengths of frames, from now until `stop`. */
function film() {
  const frames = [];
  let before = null;
  let running = true;
  const next = (now) => {
    if (before !== null) frames.push(now - before);
    before = now;
    if (running) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return { stop: () => ((running = false), frames) };
}
