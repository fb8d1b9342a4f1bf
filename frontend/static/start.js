// Starts the client; a file of its own, since the content security policy allows no inline script.
import init from "./enamel.js";

init({ module_or_path: new URL("enamel_bg.wasm", import.meta.url) })
  .then(() => performance.mark("enamel"))
  .catch((error) => {
    console.error(error);
    document.getElementById("enamel-failed")?.removeAttribute("hidden");
  });

// After all else. Where it may not be kept, everything works but without a line.
addEventListener("load", () => navigator.serviceWorker?.register("/sw.js").catch(() => {}));
