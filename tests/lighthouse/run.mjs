// What Lighthouse says of the pages on a slow phone, beside a page of the same form and styles without a client.
//
// `node run.mjs SERVER WEB`: the program that serves, and the folder of the client as served. Fails below a target.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [program, web] = process.argv.slice(2);
const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--no-first-run",
];
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const RUNS = 3;
// The largest share by which a page may paint later than the one without a client.
const SLOWER = 1.05;
const TAKEN_OVER_MS = 1900;
const BLOCKED_MS = 50;

const freePort = () =>
  new Promise((done) => {
    const socket = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const folder = mkdtempSync(join(tmpdir(), "enamel-lighthouse-"));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const server = spawn(program, ["demo"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
const chrome = await launch({ chromePath: process.env.CHROME ?? "/usr/bin/chromium", chromeFlags: FLAGS, userDataDir: folder });
const staticPage = await serveWithoutClient();
// Those of the page that it is compared with, once that is there.
let headers = {};
let failed = 0;
try {
  await ready();
  headers = Object.fromEntries(
    [...(await fetch(`${base}/sign-in`)).headers].filter(([name]) => /policy|options|etag/.test(name)),
  );
  const people = await (await fetch(`${base}/demo/people`)).json();
  const jane = people.find(({ username }) => username === "jane.smith");
  const amira = people.find(({ username }) => username === "amira.khan");
  const pages = [
    ["sign-in", "/sign-in", null],
    ["activation", "/activate", await session("amira.khan", amira.temporary_password)],
    ["account", "/account", await session("jane.smith", jane.password)],
    ["change", "/account/password", await session("jane.smith", jane.password)],
  ];
  console.log("page        throttling  performance  accessibility  best practices");
  for (const [name, path, cookie] of pages) {
    for (const throttlingMethod of ["simulate", "devtools"]) {
      const { categories } = await look(base + path, cookie, throttlingMethod);
      const scores = CATEGORIES.map((category) => Math.round(categories[category].score * 100));
      console.log(`${name.padEnd(12)}${throttlingMethod.padEnd(12)}${scores.map((score, at) => String(score).padEnd([13, 15, 0][at])).join("")}`);
      check(scores.every((score) => score === 100), `${name}: ${scores.join(", ")} (100 each)`);
    }
  }
  await compare();
} finally {
  server.kill();
  staticPage.close();
  await chrome.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(failed ? 1 : 0);

/// The form to sign in and the same page without a client, in turns.
async function compare() {
  const seen = { client: [], plain: [] };
  for (let run = 0; run < RUNS; run += 1) {
    seen.plain.push(await times(`http://127.0.0.1:${staticPage.address().port}/`));
    seen.client.push(await times(`${base}/sign-in`));
  }
  const of = (which, what) => median(seen[which].map((times) => times[what]));
  for (const paint of ["first-contentful-paint", "largest-contentful-paint"]) {
    const share = of("client", paint) / of("plain", paint);
    console.log(`${paint}: ${of("client", paint).toFixed(0)} ms, without a client ${of("plain", paint).toFixed(0)} ms: ${share.toFixed(3)} (${SLOWER})`);
    check(share <= SLOWER, `${paint}: ${share.toFixed(3)} (${SLOWER})`);
  }
  const [over, blocked] = [of("client", "taken-over"), of("client", "total-blocking-time")];
  console.log(`the client has taken the form over after ${over.toFixed(0)} ms (${TAKEN_OVER_MS}); blocked for ${blocked.toFixed(0)} ms (${BLOCKED_MS})`);
  check(over <= TAKEN_OVER_MS, `taken over after ${over} ms`);
  check(blocked <= BLOCKED_MS, `blocked for ${blocked} ms`);
}

async function times(url) {
  const { audits } = await look(url, null, "devtools");
  const mark = audits["user-timings"].details?.items?.find(({ name }) => name === "enamel")?.startTime;
  const value = (audit) => audits[audit].numericValue;
  return {
    "first-contentful-paint": value("first-contentful-paint"),
    "largest-contentful-paint": value("largest-contentful-paint"),
    "total-blocking-time": value("total-blocking-time"),
    "taken-over": mark ?? Number.NaN,
  };
}

/// Once more where the browser has lost its record of the visit, as it does now and then.
async function look(url, cookie, throttlingMethod) {
  return (await tryLook(url, cookie, throttlingMethod)) ?? (await tryLook(url, cookie, throttlingMethod, true));
}

async function tryLook(url, cookie, throttlingMethod, isLast = false) {
  const extraHeaders = cookie ? { Cookie: cookie } : undefined;
  const options = { port: chrome.port, output: "json", logLevel: "error", onlyCategories: CATEGORIES, throttlingMethod, extraHeaders };
  const { lhr } = await lighthouse(url, options);
  if (lhr.runtimeError && !isLast) return undefined;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  for (const { id, score, title } of Object.values(lhr.audits)) {
    if (score !== null && score < 0.9 && Object.values(lhr.categories).some(({ auditRefs }) => auditRefs.some((ref) => ref.id === id && ref.weight > 0)))
      console.log(`  ${url.replace(base, "")}: ${title}: ${score}`);
  }
  return lhr;
}

async function session(username, password) {
  const answer = await fetch(`${base}/api/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username} is not let in: ${await answer.text()}`);
  return answer.headers.get("set-cookie").split(";")[0];
}

async function ready() {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${base}/readyz`).then(({ ok }) => ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the server does not answer");
}

/// The same document, styles and headers, compressed alike, without script and WebAssembly. Of the headers it is
/// Cross-Origin-Opener-Policy that takes time: the browser opens the page in another process.
async function serveWithoutClient() {
  const html = readFileSync(join(web, "index.html"), "utf8")
    .replace(/<script.*<\/script>/, "").replace(/<link rel="(preload|manifest)".*>/g, "");
  const compressed = brotliCompressSync(html);
  const plain = createServer((request, response) => {
    const isPage = request.url === "/";
    const name = join(web, `${request.url}.br`);
    const type = isPage ? "text/html; charset=utf-8" : request.url.endsWith(".css") ? "text/css" : "image/svg+xml";
    try {
      const body = isPage ? compressed : readFileSync(name);
      response.writeHead(200, { ...(isPage ? headers : {}), "Content-Type": type, "Content-Encoding": "br", "Cache-Control": isPage ? "no-cache" : "max-age=31536000" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => plain.listen(0, "127.0.0.1", done));
  return plain;
}

function check(holds, what) {
  if (!holds) {
    failed += 1;
    console.log(`  MISSED: ${what}`);
  }
}
