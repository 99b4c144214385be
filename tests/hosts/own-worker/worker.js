// A newsroom's own worker: it keeps its page, and leaves the widget to the widget's.
importScripts("/ledgerline/ledgerline-sw.js");

const PAGE = ["./", "/page.css", "/record.js", "page.js"];
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open("page").then((cache) => cache.addAll(PAGE)));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname.startsWith("/ledgerline/")) return;
  event.respondWith(caches.match(event.request).then((found) => found || fetch(event.request)));
});
