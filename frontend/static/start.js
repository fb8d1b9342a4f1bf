// Starts the client; a file of its own, since the content security policy allows no inline script.
import init from "./enamel.js";

init({ module_or_path: new URL("enamel_bg.wasm", import.meta.url) })
  .then(() => performance.mark("enamel"))
  .catch((error) => {
    console.error(error);
    document.getElementById("enamel-failed")?.removeAttribute("hidden");
  });

// After all else. Where it may not be kept, everything works but without a line.
addEventListener("load", () => Promise.all([keepPage(), navigator.serviceWorker?.register("/sw.js")]).catch(() => {}));

// Of the page that is shown without a line, the one in this language. Every document holds the styles: kept from there,
// they are not transferred again.
async function keepPage() {
  const kept = await caches.open("enamel-page");
  const page = await fetch(`/offline.${document.documentElement.lang.slice(0, 2)}.html`);
  if (page.ok) await kept.put("/offline.html", page);
  for (const request of await kept.keys())
    if (request.url.endsWith(".css") && !request.url.endsWith("{style}")) await kept.delete(request);
  const styles = document.getElementById("enamel-style");
  await kept.put("{style}", new Response(styles.textContent, { headers: { "Content-Type": "text/css" } }));
}
