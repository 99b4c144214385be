// Keeps what happens on the page from its first moment, for the tests to read.
window.record = { events: [], violations: [], errors: [], shift: 0, moved: [] };

for (const name of ["ready", "change", "select", "error"]) {
  document.addEventListener(`ledgerline:${name}`, (event) => {
    record.events.push({ name, id: event.target.id, detail: event.detail });
  });
}
document.addEventListener("securitypolicyviolation", (event) => {
  record.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
window.addEventListener("error", (event) => record.errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => record.errors.push(String(event.reason)));

if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      record.shift += entry.value;
      for (const { node, previousRect: before, currentRect: after } of entry.sources) {
        // What lies in a shadow root has no name here.
        const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round);
        record.moved.push(`${node && node.nodeName} from ${place(before)} to ${place(after)}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

// Where the paragraph below the widget stands, now and before any widget is there.
record.place = () => Math.round(document.getElementById("below").getBoundingClientRect().top + scrollY);
document.addEventListener("DOMContentLoaded", () => {
  record.below = record.place();
});
