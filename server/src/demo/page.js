// The demo's page: who is there, what reached their phones and inboxes, and the clock.
const $ = (id) => document.getElementById(id);
const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/London" });

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text ?? "";
  if (className) made.className = className;
  return made;
};

async function json(url, options) {
  const response = await fetch(url, options);
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail);
  return body;
}

function personCard(person) {
  const card = element("li", "", person.status);
  card.append(element("h3", person.name), element("p", person.today, "today"));
  const facts = element("dl");
  const rows = [
    ["Username", person.username],
    ["Temporary password", person.temporary_password],
    ["Password at the start", person.password],
    ["Mobile", person.mobile],
    ["Email", person.email],
    ["At the start", person.story],
  ];
  for (const [term, value] of rows) {
    if (!value) continue;
    const row = element("div");
    row.append(element("dt", term), element("dd", value));
    facts.append(row);
  }
  card.append(facts);
  return card;
}

function messageCard(message) {
  const card = element("li", "", message.channel);
  const head = element("p", "", "head");
  head.append(
    element("strong", message.channel === "sms" ? "Text message" : "Email"),
    ` to ${message.to}, ${when.format(new Date(message.sent_at))}`,
  );
  card.append(head);
  if (message.subject) card.append(element("h3", message.subject));
  card.append(element("pre", message.body));
  return card;
}

// So many messages are shown at first, and so many more each time.
const PAGE = 10;
let messages = [];
let limit = PAGE;

function showMessages() {
  $("messages").replaceChildren(...messages.slice(0, limit).map(messageCard));
  countMessages();
}

function countMessages() {
  const left = Math.max(messages.length - limit, 0);
  $("count").textContent = left ? `The newest ${limit} of ${messages.length}` : messages.length ? `All ${messages.length}, newest first` : "None yet";
  $("older").hidden = !left;
}

$("older").addEventListener("click", () => {
  const older = messages.slice(limit, limit + PAGE).map(messageCard);
  limit += PAGE;
  $("messages").append(...older);
  countMessages();
  // The button moves down, or away: what it brought is where to read on.
  older[0].tabIndex = -1;
  older[0].focus();
});

// Only what changed is drawn anew, so that a text can be selected and copied.
const drawn = {};
function hasChanged(part, value) {
  const key = JSON.stringify(value);
  const changed = drawn[part] !== key;
  drawn[part] = key;
  return changed;
}

async function refresh() {
  try {
    const to = $("to").value;
    const [clock, people, found] = await Promise.all([
      json("/demo/clock"),
      json("/demo/people"),
      json(`/demo/messages${to ? `?to=${encodeURIComponent(to)}` : ""}`),
    ]);
    // Another choice was made meanwhile, which asks for itself.
    if (to !== $("to").value) return;
    $("now").textContent = when.format(new Date(clock.now));
    if (hasChanged("people", people)) showPeople(people);
    messages = found;
    if (hasChanged("messages", found)) showMessages();
  } catch {
    $("status").textContent = "The demo does not answer. Is it still running?";
  }
}

function refreshFromTheNewest() {
  limit = PAGE;
  drawn.messages = "";
  return refresh();
}

function showPeople(people) {
  $("people").replaceChildren(...people.map(personCard));
  if ($("to").length > 1) return;
  for (const person of people) {
    $("to").append(new Option(`${person.name}: phone`, person.mobile), new Option(`${person.name}: personal email`, person.email),
      new Option(`${person.name}: NHS mailbox`, `${person.username}@nhs.net`));
  }
}

$("advance").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { value, textContent } = event.submitter;
  $("status").textContent = "Moving the clock…";
  try {
    await json("/demo/clock", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ advance: value }) });
    $("status").textContent = `Moved the clock ${textContent}.`;
  } catch (error) {
    $("status").textContent = error.message;
  }
  await refreshFromTheNewest();
});
$("to").addEventListener("change", refreshFromTheNewest);

// Beside the phones where there is room: what is done there is seen here at once.
if (matchMedia("(min-width: 75rem)").matches) $("pages").src = "/sign-in";

await refresh();
setInterval(refresh, 2000);
