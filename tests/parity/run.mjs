// Judges lines of input in WebAssembly, the way the page does: `node run.mjs FOLDER < lines > verdicts`.
// FOLDER holds what wasm-bindgen wrote. One line in, one line out, in order.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const { initSync, judge_line, judge_typed, typed_keys } = await import(
  pathToFileURL(join(folder, "enamel_parity.js"))
);
initSync({ module: readFileSync(join(folder, "enamel_parity_bg.wasm")) });

const keysOf = new Map();

function keys(rule) {
  if (!keysOf.has(rule)) keysOf.set(rule, new Set(typed_keys(rule)));
  return keysOf.get(rule);
}

/** The UTF-16 units of a string, as the page hands them to the rules: half a surrogate pair stays half of one. */
function units(text) {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** The verdict on a line read both ways: as the text that the server is sent, and as the strings that a page holds. */
function judge(line) {
  const sent = judge_line(line);
  if (sent.startsWith('{"malformed":')) return sent; // No page makes such a request.
  const { rule, input } = JSON.parse(line);
  const typed = keys(rule);
  const typedIn = (value) => (typeof value === "string" ? units(value) : value);
  const onThePage = JSON.stringify(input, (key, value) => {
    if (!typed.has(key)) return value;
    return Array.isArray(value) ? value.map(typedIn) : typedIn(value);
  });
  const shown = judge_typed(rule, onThePage);
  return shown === sent ? shown : JSON.stringify({ "read as sent": sent, "read as typed": shown });
}

function verdict(line) {
  try {
    return judge(line);
  } catch (error) {
    return JSON.stringify({ thrown: String(error) });
  }
}

let rest = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  if (lines.length > 0 && !process.stdout.write(lines.map((line) => verdict(line) + "\n").join(""))) {
    await once(process.stdout, "drain");
  }
}
if (rest !== "") process.stdout.write(verdict(rest) + "\n");
