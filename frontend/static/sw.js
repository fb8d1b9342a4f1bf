// Holds the client and the pages that are the same for everybody, so that a line that drops leaves more than the
// browser's error. It never holds anything of the interface's, or of anybody's account.
const CACHE = "enamel-{version}";
const KEPT = [{kept}];
// Here the page itself keeps its styles, and the page without a line in its language (start.js).
const PAGE = "enamel-page";

addEventListener("install", (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT))));

// Not before the last page of the version before is closed: its files would be gone from under it.
addEventListener("activate", (event) =>
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => ![CACHE, PAGE].includes(name)).map((name) => caches.delete(name)))),
  ),
);

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match("/offline.html")));
  } else if (pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetchAndKeep(request)));
  }
});

// A file never changes under its name.
async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    caches.open(CACHE).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return answer;
}
