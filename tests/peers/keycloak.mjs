// What a first visit to Keycloak's account console transfers, measured on the console's own package from npm.
//
// `node keycloak.mjs`: one line of JSON. `script` and `style` are bytes after Brotli at quality 11, `fonts` the bytes of
// the files as they are, `total` is script and style. Nothing is written: the bundle stays in memory.
//
// The package holds all pages but one in a single file, where Keycloak's own build has a file for each. Built that way
// with Vite, from the sources in the package's source map, script and style of 26.7.4 came to some 266 kB, 7 % less.
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const CONSOLE = "node_modules/@keycloak/keycloak-account-ui";
// What Firefox asked for to show the first page, personal information. The styles name seventeen files.
const FONTS = ["RedHatDisplay-Medium", "RedHatText-Medium", "RedHatText-Regular"];

// As Keycloak's own page starts: its styles, its texts by fetch, its provider, header, navigation and pages.
//
// The frame of the page is written out, since the package has PatternFly inside itself but does not hand out its frame;
// to import the frame would bring in PatternFly's styles a second time, which Keycloak's own page does not.
const ENTRY = `
import "@patternfly/patternfly/patternfly-addons.css";
import "@patternfly/react-core/dist/styles/base.css";
import "./${CONSOLE}/lib/keycloak-account-ui.css";
import { Header, KeycloakProvider, PageNav, routes } from "@keycloak/keycloak-account-ui";
import { createInstance } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { createElement as h, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { initReactI18next } from "react-i18next";
import { createBrowserRouter, Outlet, RouterProvider } from "react-router-dom";

const environment = JSON.parse(document.getElementById("environment").textContent);
const texts = createInstance({
  lng: environment.locale,
  fallbackLng: "en",
  nsSeparator: false,
  interpolation: { escapeValue: false },
  backend: {
    loadPath: environment.serverBaseUrl + "/resources/" + environment.realm + "/account/{{lng}}",
    parse: (data) => Object.fromEntries(JSON.parse(data).map(({ key, value }) => [key, value])),
  },
});
await texts.use(FetchBackend).use(initReactI18next).init();
const main = h("main", { className: "pf-v5-c-page__main" }, h(Suspense, null, h(Outlet)));
const element = h("div", { className: "pf-v5-c-page" }, h(Header), h(PageNav), main);
const router = createBrowserRouter([{ path: new URL(environment.baseUrl).pathname, element, children: routes }]);
const page = h(KeycloakProvider, { environment }, h(RouterProvider, { router }));
createRoot(document.getElementById("app")).render(h(StrictMode, null, page));
`;

const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sum = (files, size) => files.reduce((total, { contents }) => total + size(contents), 0);

try {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, CONSOLE, "package.json"), "utf8"));
  const { metafile, outputFiles } = await bundle();
  const first = firstVisit(metafile.outputs);
  const loaded = outputFiles.filter(({ path }) => first.has(basename(path)));
  const fonts = outputFiles.filter(({ path }) => FONTS.includes(basename(path, ".woff2")));
  if (fonts.length !== FONTS.length) throw new Error(`of ${FONTS.join(", ")} the styles name ${fonts.length}`);
  const script = sum(loaded.filter(({ path }) => path.endsWith(".js")), compressed);
  const style = sum(loaded.filter(({ path }) => path.endsWith(".css")), compressed);
  const asTheyAre = sum(fonts, ({ length }) => length);
  console.log(JSON.stringify({ version, script, style, fonts: asTheyAre, total: script + style }));
} catch (error) {
  const [reason] = String(error.errors?.[0]?.text ?? error.message).split("\n");
  console.error(`Keycloak's account console cannot be measured: ${reason}`);
  process.exit(1);
}

/// Imported here, so that a missing `npm ci` is told in one line as well.
async function bundle() {
  const { build } = await import("esbuild");
  return build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, sourcefile: "account.js" },
    bundle: true, splitting: true, minify: true, format: "esm", target: "esnext", legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "file" }, assetNames: "[name]", entryNames: "account",
    absWorkingDir: import.meta.dirname, outdir: join(tmpdir(), "enamel-peers"), write: false, metafile: true, logLevel: "silent",
  });
}

/// The entry, its styles and what they import at once. A page behind a dynamic import is loaded only when it is opened.
function firstVisit(outputs) {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const seen = new Set(["account.css"]);
  const follow = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { path, kind } of byName.get(name).imports) if (kind === "import-statement") follow(basename(path));
  };
  follow("account.js");
  return seen;
}
