// The service worker: it keeps the exact files of one build, all or nothing. Assembling puts `BUILD` in front: the
// version, the files with their hashes, and whether this is `ledgerline-sw.js`, which a host's own worker imports.

const HERE = new URL("./", BUILD.guest ? home() : self.location.href);
const OURS = `ledgerline ${HERE.pathname} `;
const NAME = OURS + BUILD.id;
const STORIES = `${OURS}stories`;
/** Put last: where it is, everything is. */
const MARK = new URL("whole", HERE).href;
const ALIKE = { ignoreSearch: true, ignoreVary: true };

/** Where an imported script lies is told by nothing but the trace of an error. */
function home() {
  return self.LEDGERLINE_BASE || /(https?:\/\/[^\s()]*\/)ledgerline-sw\.js/.exec(new Error().stack)[1];
}

/** One file of this build, and no other content under its name. */
async function fetched({ path, integrity }) {
  const url = new URL(path, HERE).href;
  const get = (cache) => fetch(url, { integrity, cache, credentials: "omit" });
  // A server that compares dates alone may call another content unchanged: then once more past the browser's own cache.
  const response = await get("no-cache").catch(() => get("reload"));
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  // A page must not come from a worker as redirected, which some hosts do to `index.html`.
  const { headers } = response;
  return [url, response.redirected ? new Response(await response.blob(), { headers }) : response];
}

async function fill() {
  const files = await Promise.all(BUILD.files.map(fetched));
  try {
    const cache = await caches.open(NAME);
    for (const [url, response] of files) await cache.put(url, response);
    await cache.put(MARK, new Response(BUILD.version));
  } catch (error) {
    await caches.delete(NAME); // No room: nothing half is kept.
    throw error;
  }
}

const isWhole = async () => Boolean(await (await caches.open(NAME)).match(MARK));

/** The builds before this one go, once this one is whole. */
async function clean() {
  if (!(await isWhole())) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.filter((name) => name !== NAME && name !== STORIES).map((name) => caches.delete(name)));
}

self.addEventListener("install", (event) => {
  // A host's own worker goes on without us, and an older build of ours stays.
  event.waitUntil(BUILD.guest ? fill().catch(() => {}) : fill());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(clean().then(() => (BUILD.guest ? undefined : self.clients.claim())));
});

/** The path of a file of ours, or null. */
function path({ origin, pathname }) {
  if (origin !== HERE.origin || !pathname.startsWith(HERE.pathname)) return null;
  return pathname.slice(HERE.pathname.length) || "index.html";
}

/** From this build, or from the one before where this one never became whole. */
async function kept(url) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== STORIES);
  names.sort((a) => (a === NAME ? -1 : 1));
  for (const name of names) {
    const found = await (await caches.open(name)).match(url, ALIKE);
    if (found) return found;
  }
  return null;
}

/** The page of a story that was added to the build. */
const ownPage = (own) => own !== null && own.startsWith("stories/") && own.endsWith(".html");

/** A story, or its page, may have changed, so the network goes first; what it gave is kept for when it is gone. */
async function story(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await caches.open(STORIES).then((cache) => cache.put(request.url, response.clone())).catch(() => {});
    return response;
  } catch (error) {
    const found = await (await caches.open(STORIES)).match(request.url, { ignoreVary: true });
    if (found) return found;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const own = path(url);
  if (request.method !== "GET" || (BUILD.guest && own === null)) return;
  if (own !== null && !(own.startsWith("stories/") && !BUILD.files.some((file) => file.path === own))) {
    const target = new URL(own, HERE).href;
    event.respondWith(kept(target).then((found) => found || fetch(request)));
  } else if (ownPage(own) || (request.destination === "" && request.mode === "cors")) event.respondWith(story(request));
});

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (!data || data.ledgerline !== 1 || data.type !== "whole" || !ports[0]) return;
  const has = async () => {
    if (!(await isWhole())) return false;
    const stories = await caches.open(STORIES);
    const asker = event.source && ownPage(path(new URL(event.source.url))) && event.source.url;
    const wanted = [data.story, asker].filter(Boolean);
    const found = wanted.map(async (url) => (await stories.match(url, { ignoreVary: true })) || kept(url));
    return (await Promise.all(found)).every(Boolean);
  };
  event.waitUntil(has().then((answer) => ports[0].postMessage(answer)));
});
