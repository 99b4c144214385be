// What both pages do: they take the story's name, and register the worker and know what may be said of it. Part of `frame.js` and of `page.js`.

/** Where this script lies, and with it the worker: a story's own page is in a folder below. */
const HOME = document.currentScript.src;

/** An address of the web, or null: no other kind is taken from a page's own address. */
function web(text) {
  try {
    const { protocol, href } = new URL(text, location.href);
    return text && /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** The page is called as its story is, and is in the story's language where it has none of its own. */
function named(element) {
  const page = document.documentElement;
  const name = () => {
    const inside = (selector) => element.shadowRoot.querySelector(selector) || {};
    document.title = inside("h2").textContent || document.title;
    page.lang = page.lang || inside("[lang]").lang || "";
  };
  element.addEventListener("ledgerline:ready", () => element.ready.then(name, () => {}));
}

/** Trusted Types take a worker's address only from a policy. */
function trusted(url) {
  const { trustedTypes } = window;
  if (!trustedTypes) return url;
  return trustedTypes.createPolicy("ledgerline", { createScriptURL: (own) => own }).createScriptURL(url);
}

/** Whether the worker that stands behind this page has all of its build, and the story. */
function whole(worker, story) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage({ ledgerline: 1, type: "whole", story }, [port2]);
  });
}

/** Tells `ready` when the widget with its story works offline, and when another version waits. */
async function keepOffline(element, tell) {
  try {
    const { serviceWorker } = navigator; // In a page without an origin, even this is refused.
    const registration = await serviceWorker.register(trusted(new URL("sw.js", HOME).href));
    const check = async () => {
      const story = web(element().getAttribute("story"));
      if (serviceWorker.controller && (await whole(serviceWorker.controller, story))) tell("offline");
    };
    const waits = () => registration.waiting && registration.active && tell("update");
    serviceWorker.addEventListener("controllerchange", check);
    registration.addEventListener("updatefound", () => {
      registration.installing.addEventListener("statechange", waits);
    });
    await customElements.whenDefined("ledger-line"); // Before, there is nothing to wait for.
    await element().ready;
    waits();
    await check();
  } catch {
    // No worker, or no story: nothing is promised, and nothing is said.
  }
}
