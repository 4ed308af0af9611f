/** Presses below a post, sent from where one reads and shown at once; loaded by forum.js when somebody is about to press. The forms are complete without. */

/** Where a form's field tells of each press. */
const places = { worth: 1, agree: 3, thanks: 5, saved: 7 };
const letters = { 1: "1", "-1": "-" };
const isNewcomer = document.querySelector("a[data-new]") !== null;

/** Writes a press into the form's field, which the stylesheet reads, and moves the counts by it. */
function turn(form, place, letter) {
  const { have } = form.elements;
  const former = have.value[place];
  have.value = have.value.slice(0, place) + letter + have.value.slice(place + 1);
  if (isNewcomer || place > 3) return;
  for (const [each, by] of [
    [former, -1],
    [letter, 1],
  ]) {
    const value = each === "-" ? "-1" : each === "0" ? "" : "1";
    const name = place === 1 ? "worth" : "agree";
    const count = form.querySelector(`[name="${name}"][value="${value}"] > .n`);
    if (count) count.textContent = ` ${Number(count.textContent) + by}`;
  }
}

/** Shows one reason as chosen, or none; pressing the chosen one then takes it back. */
function choose(form, chosen) {
  for (const each of form.querySelectorAll("[name=reason]")) {
    each.ariaPressed = String(each === chosen);
    each.value = each === chosen ? "" : each.dataset.reason;
  }
}

/** Shows a press; answers what it asks for, and what shows the form as it was. */
function show(form, button) {
  const { name, value } = button;
  if (name === "reason") {
    const former = form.querySelector("[name=reason][aria-pressed=true]");
    choose(form, value === "" ? null : button);
    return { asked: value, undo: () => choose(form, former) };
  }
  const place = places[name];
  const former = form.elements.have.value[place];
  const letter = name === "agree" && value === "1" ? "+" : letters[value];
  const isBack = former === letter;
  turn(form, place, isBack ? "0" : letter);
  return { asked: isBack ? "0" : value, undo: () => turn(form, place, former) };
}

/** What a vote may be told besides, below it. */
function offer(form, id) {
  form.querySelector(".after")?.remove();
  const offered = id && document.getElementById(id);
  if (offered) form.append(offered.content.cloneNode(true));
}

/** Tells people who do not see it what came of a press, and what is offered after it. */
function tell(form, name, asked) {
  const isBack = asked === "0" || asked === "";
  const isWorth = form.elements.have.value[1] === "1";
  if (name === "worth") offer(form, !isBack && "after-worth");
  if (name === "agree" && !isWorth) offer(form, !isBack && "after-agree");
  const told = document.getElementById("told");
  if (!told) return;
  const word = isBack ? "back" : asked === "-1" ? "disagree" : name;
  const offered = name === "reason" || isBack ? null : form.querySelector("p.after, .after > p");
  told.textContent = [told.dataset[word], offered?.textContent].filter(Boolean).join(" ");
}

/** Sends one press; answers false where it did not go through, the form being as it was before. */
async function send(form, button) {
  const told = document.getElementById("told");
  if (told) told.textContent = "";
  const { name } = button;
  const { asked, undo } = show(form, button);
  const body = new URLSearchParams({ [name]: asked });
  const address = button.getAttribute("formaction") ?? form.getAttribute("action");
  const sent = { method: "POST", body, redirect: "manual" };
  const answer = await fetch(address, sent).catch(() => null);
  const isTaken = answer?.type === "opaqueredirect";
  if (isTaken) tell(form, name, asked);
  else undo();
  return isTaken;
}

/** The last press of each form that is not answered yet. */
const underWay = new WeakMap();
let reading = Promise.resolve(true);

/** Sends a press after those before it in its form, so that the page ends as the forum does; after one that failed, which goes as a form by `leave`, the waiting ones are left out. */
export function press(form, button, leave) {
  const before = underWay.get(form) ?? reading;
  const now = before.then(async (isTaken) => {
    if (!isTaken) return false;
    const isSent = button.isConnected && (await send(form, button));
    if (!isSent && button.isConnected) leave();
    return isSent;
  });
  underWay.set(form, now);
  void now.finally(() => {
    if (underWay.get(form) === now) underWay.delete(form);
  });
}

/** A page that one comes back to shows what was pressed when it was left: this reads what holds now. */
export function readAgain() {
  // Its sentences tell of votes too.
  if (document.querySelector('.acts > [name="from"]')) return location.reload();
  reading = readPage()
    .catch((error) => console.warn(error))
    .then(() => true);
}

async function readPage() {
  const answer = await fetch(location.href, { cache: "no-cache" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // Whoever is signed out finds none.
  if (!page.querySelector('.acts > [name="have"]')) return location.reload();
  for (const form of document.querySelectorAll("form.acts")) {
    const same = page.querySelector(`form.acts[action="${form.getAttribute("action")}"]`);
    if (!same) continue;
    form.elements.have.value = same.elements.have.value;
    const buttons = same.querySelectorAll(".votes button");
    for (const [index, button] of form.querySelectorAll(".votes button").entries()) {
      button.replaceChildren(...buttons[index].childNodes);
    }
    form.querySelector(".after")?.remove();
  }
}
