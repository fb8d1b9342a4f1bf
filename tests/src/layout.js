// What a page's measures show; its faults as a list of texts.
const [width] = arguments;
const page = document.scrollingElement;
const faults = [];
const all = () => [...document.body.querySelectorAll("*")];
const shows = (element) => element.outerHTML.slice(0, 200);
const sideways = (how) => {
  if (page.scrollWidth <= page.clientWidth) return;
  const over = all().filter((element) => element.getBoundingClientRect().right > page.clientWidth);
  faults.push(`it scrolls sideways${how}: ${page.scrollWidth} pixels in ${page.clientWidth}: ${over.slice(0, 3).map(shows).join(" | ")}`);
};
// What is cut off: more of it than is shown, and no way to scroll there. A word for screen readers alone is so on purpose.
const isCut = (element) => {
  const style = getComputedStyle(element);
  // Fields are read by moving in them.
  if (["input", "select", "textarea"].includes(element.localName)) return false;
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  return element.clientWidth > 1 && ((hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
    (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1));
};
const styled = (css, look) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  look();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
};

sideways("");
// A narrow window stands for 400 % in a wide one; letters twice as large in it would be for 800 %.
if (width > 1000) styled("html { font-size: 200% !important }", () => sideways(" with letters twice as large"));
styled("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }", () => {
  sideways(" with spaced text");
  for (const element of all().filter(isCut)) faults.push(`it is cut off with spaced text: ${shows(element)}`);
});

const SMALLEST = 44;
for (const target of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")) {
  const { width, height } = target.getBoundingClientRect();
  const style = getComputedStyle(target);
  // What is not shown, and links within a sentence, whose line sets their height.
  const isExempt = width <= 1 || height <= 1 || style.visibility !== "visible" || (target.localName === "a" && style.display === "inline");
  if (!isExempt && (width < SMALLEST || height < SMALLEST)) faults.push(`a target of ${width}×${height} pixels: ${shows(target)}`);
}
return faults;
