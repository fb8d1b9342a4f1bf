// Finds what a visitor would find by its role and its name; a group's name may go before it: "Question 1 > Answer".
const [role, path] = arguments;
const candidates = {
  field: "input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, select",
  choice: "input[type=checkbox], input[type=radio]",
  button: "button, input[type=submit]",
  link: "a[href]",
}[role];
const words = (element) => (element?.innerText ?? "").replace(/\s+/g, " ").trim();
const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
const name = (element) => element.getAttribute("aria-label") ?? ([...(element.labels ?? [])].map(words).join(" ") || words(element));
const names = path.split(" > ");
const last = names.pop();
let scope = document;
for (const group of names) {
  scope = [...(scope?.querySelectorAll("fieldset") ?? [])].find((fieldset) => words(fieldset.querySelector("legend")) === group);
}
return [...(scope?.querySelectorAll(candidates) ?? [])].find((element) => shown(element) && name(element) === last) ?? null;
