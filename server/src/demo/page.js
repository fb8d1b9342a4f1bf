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
  const card = element("li");
  card.append(element("h3", person.name), element("p", person.story));
  const facts = element("dl");
  const rows = [
    ["Username", person.username],
    ["Temporary password", person.temporary_password],
    ["Password at the start", person.password],
    ["Mobile", person.mobile],
    ["Email", person.email],
  ];
  for (const [term, value] of rows) {
    if (value) facts.append(element("dt", term), element("dd", value));
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

let shown = "";
async function refresh() {
  try {
    const to = $("to").value;
    const [clock, messages] = await Promise.all([
      json("/demo/clock"),
      json(`/demo/messages${to ? `?to=${encodeURIComponent(to)}` : ""}`),
    ]);
    $("now").textContent = when.format(new Date(clock.now));
    // Only what changed is drawn anew, so that a text can be selected and copied.
    const key = JSON.stringify(messages);
    if (key !== shown) {
      shown = key;
      $("messages").replaceChildren(...messages.map(messageCard));
    }
  } catch {
    $("status").textContent = "The demo does not answer. Is it still running?";
  }
}

async function loadPeople() {
  const people = await json("/demo/people");
  $("people").replaceChildren(...people.map(personCard));
  if ($("to").length === 1) {
    for (const person of people) {
      $("to").append(new Option(`${person.name}: phone`, person.mobile), new Option(`${person.name}: personal email`, person.email),
        new Option(`${person.name}: NHS mailbox`, `${person.username}@nhs.net`));
    }
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
  await Promise.all([refresh(), loadPeople()]);
});
$("to").addEventListener("change", refresh);

await loadPeople();
await refresh();
setInterval(refresh, 2000);
