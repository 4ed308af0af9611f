/** Quotes what is selected in a post: a button beside the selection, or the key q. Loaded when there is something to quote. */

/** Longest passage in an address, in characters of the address; browsers and servers take no very long ones. */
const LONGEST_IN_ADDRESS = 6_000;
/** Milliseconds for which a selection must rest before the button shows. */
const REST = 200;
/** Pixels between the selection and the button; where a finger selects, handles hang there. */
const GAP = { mouse: 6, finger: 32 };

/** The Markdown that quotes words of a post as they were selected; empty for no words. app/references/quote-markdown.ts does the same; one test holds both to the same answers. */
export function quotePassage({ id, author }, passage, isCode) {
  const text = passage.replace(/\r\n?/g, "\n").slice(0, 5_000);
  if (text.trim() === "") return "";
  const lines = (isCode ? asCode(text) : asWords(text)).split("\n");
  const quoted = lines.map((line) => (line === "" ? ">" : `> ${line}`));
  return `> [${author}](/posts/${id}):\n${quoted.join("\n")}\n\n`;
}

/** A quotation of what a model said in a post: the author of the post did not say it. */
export function asOfModel(quotation) {
  const [head, ...lines] = quotation.trimEnd().split("\n");
  return `${[head, "> > [!AI]", ...lines.map((line) => `> ${line}`)].join("\n")}\n\n`;
}

function asCode(text) {
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `${fence}\n${text.replace(/^\n+|\s+$/g, "")}\n${fence}`;
}

const asWords = (text) =>
  text
    .trim()
    .split(/\s*\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.split("\n").map(asLine).join("  \n"))
    .join("\n\n");

function asLine(line) {
  return line
    .trim()
    .split(/(\bhttps?:\/\/\S+|\$\$[^$]*\$\$|\$(?!\s)[^$]*[\\^_{][^$]*(?<!\s)\$(?!\d))/)
    .map((part, place) => (place % 2 === 1 ? part : escapeWords(part)))
    .join("")
    .replace(/^(?:#{1,6}(?=\s|$)|[-+=>])/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

const escapeWords = (text) =>
  text
    .replace(/[\\`*[\]<~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/&(?=#?\w+;)|:(?=[\w+-]+:)/g, "\\$&");

const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

/** What is selected: the first post that it touches, the part of the selection in it, and whose words they are. */
function findSelected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  for (const link of document.querySelectorAll(".post .to-quote")) {
    const post = link.closest(".post");
    const prose = post.querySelector(":scope > .prose");
    if (!prose || !range.intersectsNode(prose)) continue;
    const whole = document.createRange();
    whole.selectNodeContents(prose);
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
      range.setStart(whole.startContainer, whole.startOffset);
    }
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
      range.setEnd(whole.endContainer, whole.endOffset);
    }
    const around = elementOf(range.commonAncestorContainer);
    const isCode = around.closest("pre") !== null;
    const text = isCode ? range.toString() : textOf(range);
    if (text.trim() === "") continue;
    return { link, post, range, text, isCode, ...sourceOf(around) };
  }
  return null;
}

/** Whose words they are: of a quotation inside a post those of the post that it quotes, or a model's, else the post's own. */
function sourceOf(around) {
  const header = around.closest("blockquote.quotation")?.querySelector('a[href^="/posts/"]');
  if (header) {
    const id = header.pathname.split("/").pop();
    return { quoted: { id, author: header.textContent }, isOwn: false };
  }
  const post = around.closest(".post");
  const isOfModel = around.closest("details.ai") !== null;
  const quoted = { id: post.id.slice("post-".length), author: nameOn(post) };
  return { quoted, isOwn: !isOfModel, isOfModel };
}

const nameOn = (post) => post.querySelector(":scope > .by .person bdi").textContent;

/** The words as they are read, formulas as they were written; what the post itself quotes is left out where words of its own are selected too. */
function textOf(range) {
  const copy = document.createElement("div");
  copy.className = "copied";
  copy.append(range.cloneContents());
  for (const math of copy.querySelectorAll("math")) {
    const written = math.querySelector("annotation")?.textContent ?? math.getAttribute("alttext");
    const mark = math.getAttribute("display") === "block" ? "$$" : "$";
    if (written) math.replaceWith(mark + written.trim().replace(/\s+/g, " ") + mark);
  }
  for (const apart of copy.querySelectorAll('blockquote.quotation, .unseen, sup > a[href^="#"]')) {
    apart.remove();
  }
  document.body.append(copy);
  const text = copy.innerText;
  copy.remove();
  return text;
}

/** Quotes what is selected, or the post that has the focus: into the reply that is being written on the page, else on the page for a reply. */
export function quote() {
  const found = findSelected();
  if (!found) return document.activeElement?.closest(".post")?.querySelector(".to-quote")?.click();
  const area = document.querySelector('.reply-box textarea[name="body"]');
  if (area) return quoteInto(area, found);
  if (!found.isOwn) return;
  let passage = found.text.trim();
  while (encodeURIComponent(passage).length > LONGEST_IN_ADDRESS) {
    passage = passage.slice(0, passage.length * 0.9).replace(/[\ud800-\udbff]$/, "");
  }
  location.assign(
    `${found.link.href}${encodeURIComponent(passage)}${found.isCode ? "&code=" : ""}`,
  );
}

function quoteInto(area, { link, post, quoted, text, isCode, isOfModel }) {
  const written = area.value.trimEnd();
  if (written === "") answer(area.form, post, link);
  const quotation = quotePassage(quoted, text, isCode);
  area.value = (written && `${written}\n\n`) + (isOfModel ? asOfModel(quotation) : quotation);
  area.dispatchEvent(new Event("input", { bubbles: true }));
  getSelection().removeAllRanges();
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
  area.scrollTop = area.scrollHeight;
}

/** Makes an empty form the reply to a post, and says so; it replies to the opening post by itself. */
function answer(form, post, link) {
  const heading = document.querySelector("#reply-head");
  if (heading) heading.dataset.alone ??= heading.textContent;
  let field = form.elements.namedItem("parent");
  if (!post.closest(".replies")) {
    field?.remove();
    if (heading) heading.textContent = heading.dataset.alone;
    return;
  }
  if (!field) {
    field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "parent" });
    form.append(field);
  }
  field.value = post.id.slice("post-".length);
  const reply = link.parentElement.querySelector(`a[href$="?parent=${field.value}"]`);
  if (heading && reply) heading.textContent = reply.textContent;
}

let button;

function makeButton() {
  button = document.createElement("button");
  button.type = "button";
  button.className = "button first quote-selected";
  // Pressing it would else take the selection away first.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    quote();
    button.remove();
  });
}

/** Puts the button where the selection ends, inside its post, so that Tab goes there next. */
function show() {
  const found = findSelected();
  if (!found || (!found.isOwn && !document.querySelector('.reply-box textarea[name="body"]'))) {
    return button.remove();
  }
  const { link, post, range } = found;
  const end = [...range.getClientRects()].at(-1);
  if (!end) return button.remove();
  button.textContent = link.firstChild.textContent;
  button.ariaLabel = link.textContent;
  post.querySelector(":scope > .prose").after(button);
  const place = post.getBoundingClientRect();
  const left = Math.min(end.right - place.left, place.width - button.offsetWidth);
  button.style.left = `${Math.max(0, left)}px`;
  const gap = matchMedia("(pointer: coarse)").matches ? GAP.finger : GAP.mouse;
  button.style.top = `${end.bottom - place.top + gap}px`;
}

/** Shows the button beside whatever is selected in a post from now on; begins once. */
export function startQuotes() {
  if (button) return;
  makeButton();
  let timer;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    if (getSelection().isCollapsed) return button.remove();
    timer = setTimeout(show, REST);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !button.isConnected) return;
    clearTimeout(timer);
    button.remove();
  });
  timer = setTimeout(show, REST);
}
