// What the standalone page and the frame say of working offline, run by Node around a worker that only answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const SOURCE = readFileSync(new URL("../../src/embed/pages/offline.js", import.meta.url), "utf8");

/** One that keeps no process waiting. */
class Channel {
  port1 = {};
  port2 = { postMessage: (data) => this.port1.onmessage({ data }) };
}

/** A page whose worker has everything once `kept.story` is true. */
function page(kept) {
  const world = { kept, said: [], element: { getAttribute: () => "story.json" } };
  const defined = new Promise((done) => (world.define = () => done()));
  const controller = { postMessage: (_, [port]) => port.postMessage(kept.story) };
  const serviceWorker = { controller, register: async () => new EventTarget(), addEventListener: () => {} };
  const names = {
    URL, MessageChannel: Channel, window: {}, location: { href: "https://cdn.example/" }, navigator: { serviceWorker },
    document: { currentScript: { src: "https://cdn.example/page.js" } }, customElements: { whenDefined: () => defined },
  };
  const keepOffline = runInNewContext(`${SOURCE}\nkeepOffline`, names);
  world.told = keepOffline(() => world.element, (what) => world.said.push(what));
  return world;
}

const pause = () => new Promise((done) => setImmediate(done));

test("the worker is asked when the story is there, however late embed.js comes", async () => {
  const kept = { story: false };
  const world = page(kept);
  await pause(); // The worker is registered; the element is only a name so far.
  world.element.ready = pause().then(() => (kept.story = true));
  world.define();
  await world.told;
  assert.deepEqual(world.said, ["offline"]);
});

test("nothing is said of a story that the worker does not have", async () => {
  const world = page({ story: false });
  world.element.ready = Promise.resolve();
  world.define();
  await world.told;
  assert.deepEqual(world.said, []);
});

const WORKER = readFileSync(new URL("../../src/embed/pages/worker.js", import.meta.url), "utf8");

test("a file that the browser's cache has with another content is asked for past it", async () => {
  const asked = [];
  const fetch = async (_, { cache, integrity }) => {
    asked.push([cache, integrity]);
    // The server called it unchanged, and its hash is another.
    if (cache === "no-cache") throw new TypeError("Failed to fetch");
    return { ok: true, redirected: false, headers: {} };
  };
  const self = { location: { href: "https://cdn.example/sw.js" }, addEventListener: () => {} };
  const names = { URL, self, fetch, BUILD: { id: "a", files: [] } };
  const fetched = runInNewContext(`${WORKER}\nfetched`, names);
  const [url, response] = await fetched({ path: "embed.js", integrity: "sha384-a" });
  assert.equal(url, "https://cdn.example/embed.js");
  assert.ok(response.ok);
  assert.deepEqual(asked, [["no-cache", "sha384-a"], ["reload", "sha384-a"]]);
});
