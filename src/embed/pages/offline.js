// Registers the worker and knows what may be said of it. Part of `frame.js` and of `page.js`.

/** An address of the web, or null: no other kind is taken from a page's own address. */
function web(text) {
  try {
    const { protocol, href } = new URL(text, location.href);
    return text && /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
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
    const registration = await serviceWorker.register(trusted("sw.js"));
    const check = async () => {
      const story = web(element().getAttribute("story"));
      if (serviceWorker.controller && (await whole(serviceWorker.controller, story))) tell("offline");
    };
    const waits = () => registration.waiting && registration.active && tell("update");
    serviceWorker.addEventListener("controllerchange", check);
    registration.addEventListener("updatefound", () => {
      registration.installing.addEventListener("statechange", waits);
    });
    await element().ready;
    waits();
    await check();
  } catch {
    // No worker, or no story: nothing is promised, and nothing is said.
  }
}
