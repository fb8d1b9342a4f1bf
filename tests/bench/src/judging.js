// The verdicts on forms in WebAssembly, from a JavaScript object to a JavaScript object: gives, of every form,
// the microseconds below which 99 of 100 lie. Needs a page isolated from other origins, whose clock has 5 µs steps.
const [lines, most, blocks, rounds] = given;
if (!crossOriginIsolated) throw new Error("the clock is too coarse on this page");
const { initSync, problems } = await import("/enamel_parity.js");
initSync({ module: await WebAssembly.compileStreaming(fetch("/enamel_parity_bg.wasm")) });
// Some inputs of the corpus are no form at all.
const judged = lines.filter(([name, json]) => problems(name, json) !== undefined);
const count = {};
const forms = judged
  .filter(([name]) => (count[name] = (count[name] ?? 0) + 1) <= most)
  .map(([name, json]) => [name, JSON.parse(json)]);
const percentile = (all, part) => all.sort((a, b) => a - b)[Math.floor(all.length * part)];
const shares = {};
// The first block is for the compiler; of the others the middle one counts, for other programs run beside.
for (let block = 0; block <= blocks; block++) {
  const times = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, form] of forms) {
      const began = performance.now();
      JSON.parse(problems(name, JSON.stringify(form)));
      (times[name] ??= []).push((performance.now() - began) * 1000);
    }
  }
  if (block === 0) continue;
  for (const [name, all] of Object.entries(times)) (shares[name] ??= []).push(percentile(all, 0.99));
}
return Object.fromEntries(Object.entries(shares).map(([name, all]) => [name, percentile(all, 0.5)]));
