/** The queue of cases and a case, by keys. Everything they do is a link or a button of the page. */
const isTyping = ({ target }) =>
  target.closest(
    "textarea, select, [contenteditable], input:not([type='radio'], [type='checkbox'])",
  );

/** Shows what the keys do, and hears them. */
export function start() {
  const help = document.querySelector(".moderation .keys");
  help.hidden = false;
  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("form.decide");
    if (event.repeat || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "Enter" && form?.contains(event.target)) decide(event, form);
      return;
    }
    if (isTyping(event)) return;
    if (event.key === "?") help.open = !help.open;
    else if (form || document.querySelector(".case")) inCase(event, form);
    else inQueue(event);
  });
  fillFromTemplates();
}

/** From case to case, and into the one that has the focus or is the first. */
function inQueue({ key }) {
  const links = [...document.querySelectorAll(".case-line p:first-child a")];
  const at = links.indexOf(document.activeElement);
  if (key === "j") links[at + 1]?.focus();
  if (key === "k") links[Math.max(0, at - 1)]?.focus();
  if (key === "o") (links[at] ?? links[0])?.click();
}

function inCase(event, form) {
  const { key } = event;
  if (key === "j" || key === "k") document.querySelector(`.page-head [data-key="${key}"]`)?.click();
  if (!form) return;
  if (/^[1-9]$/.test(key)) {
    const choice = form.querySelector(`input[data-key="${key}"]`);
    choice?.focus();
    choice?.click();
  }
  if (key === "t") {
    event.preventDefault();
    takeTemplate(form);
  }
  if (key === "d") decide(event, form);
}

function decide(event, form) {
  event.preventDefault();
  form.requestSubmit(form.querySelector('button[data-key="d"]'));
}

/** The next template for what is chosen, in place of the one before; what somebody wrote stays. */
function takeTemplate(form) {
  const { template, reason } = form.elements;
  if (!template) return;
  const fitting = [...template.options].filter(
    (option) => option.dataset.choice === chosenOf(form),
  );
  if (fitting.length === 0) return;
  const isOwn = reason.value.trim() !== "" && !isTemplate(template, reason.value);
  if (isOwn) return reason.focus();
  const at = fitting.findIndex((option) => option.dataset.text === reason.value);
  const next = fitting[(at + 1) % fitting.length];
  template.value = next.value;
  reason.value = next.dataset.text;
}

const isTemplate = (template, text) =>
  [...template.options].some((option) => option.dataset.text === text);

/** Chosen by hand, a template's text is in the field at once; with another act chosen, a text that nobody changed goes, for it was about the former one. */
function fillFromTemplates() {
  const form = document.querySelector("form.decide");
  const template = form?.elements.template;
  template?.addEventListener("change", () => {
    const { reason } = form.elements;
    const { text, choice } = template.selectedOptions[0].dataset;
    if (!text || (reason.value.trim() !== "" && !isTemplate(template, reason.value))) return;
    reason.value = text;
    for (const radio of radiosOf(form)) if (radio.value === choice) radio.checked = true;
  });
  if (!template) return;
  for (const radio of radiosOf(form)) radio.addEventListener("change", () => dropTemplate(form));
}

const radiosOf = (form) => form.querySelectorAll("input[name='kind'], input[name='verdict']");
const chosenOf = (form) => [...radiosOf(form)].find(({ checked }) => checked)?.value;

function dropTemplate(form) {
  const { template, reason } = form.elements;
  const { text, choice } = template.selectedOptions[0].dataset;
  if (!choice || choice === chosenOf(form)) return;
  if (reason.value === text) reason.value = "";
  template.value = "";
}
