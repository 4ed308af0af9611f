/** Offers names while one is typed after an @: a list of which the arrow keys, Enter, a mouse or a finger choose. */

/** Milliseconds after the last key before anybody is asked. */
const REST = 150;
/** An @ that no word, address or path runs into, and what is typed of a name, up to the caret. */
const BEGUN = /(?<![\p{L}\p{M}\p{N}@/.+-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{0,29})$/u;
/** What makes text wrap as it does in the field. */
const WRAPPING = [
  ...["font", "letterSpacing", "wordSpacing", "textIndent", "textTransform", "tabSize"],
  ...["padding", "borderWidth", "borderStyle", "direction"],
];

const answers = new Map();

/** What the forum answers to the beginning of a name, asked once; nothing where it cannot be asked. */
async function ask(begins, thread) {
  const query = new URLSearchParams({ begins, thread }).toString();
  if (!answers.has(query)) {
    // What begins like nobody's name does not become one as it grows.
    const shorter = new URLSearchParams({ begins: begins.slice(0, -1), thread }).toString();
    const known = (await answers.get(shorter))?.names.length === 0 ? answers.get(shorter) : null;
    answers.set(query, known ?? fetchNames(query));
  }
  const answer = await answers.get(query);
  if (!answer) answers.delete(query);
  return answer;
}

const fetchNames = (query) =>
  fetch(`/people.json?${query}`, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);

/** Completes mentions in the body of a form, from now on. */
export function startMentions(form) {
  const area = form.querySelector('textarea[name="body"]');
  if (!area || area.dataset.mentions !== undefined) return;
  area.dataset.mentions = "";
  new Completion(area, /^\/threads\/(\d+)\//.exec(form.getAttribute("action"))?.[1] ?? "");
}

class Completion {
  #area;
  #thread;
  #list = document.createElement("ul");
  #told = document.createElement("p");
  #timer;
  /** The place of the name that Enter puts in; -1 for none. */
  #chosen = -1;
  /** Where the @ stands whose names were sent away. */
  #sentAway = -1;

  constructor(area, thread) {
    this.#area = area;
    this.#thread = thread;
    this.#list.className = "names";
    this.#list.id = `names-${area.id}`;
    this.#list.role = "listbox";
    this.#told.className = "unseen";
    this.#told.role = "status";
    area.ariaAutoComplete = "list";
    area.ariaHasPopup = "listbox";
    area.addEventListener("input", () => this.#wait());
    area.addEventListener("keydown", (event) => this.#press(event));
    area.addEventListener("blur", () => this.#close());
    area.addEventListener("scroll", () => this.#isOpen && this.#place());
    // The field would else lose the focus before the name is chosen.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", ({ target }) => {
      const option = target.closest("li");
      if (option) this.#choose(option);
    });
    // Somebody may have begun a name while this was loaded.
    this.#wait();
  }

  get #isOpen() {
    return this.#list.isConnected;
  }

  /** The mention that the caret is in, or null; none in code between lines of ```. */
  #findBegun() {
    const { selectionStart, selectionEnd, value } = this.#area;
    if (selectionStart !== selectionEnd) return null;
    const before = value.slice(0, selectionStart);
    const begun = BEGUN.exec(before.slice(-80));
    if (!begun || (before.match(/^ {0,3}(?:```|~~~)/gm) ?? []).length % 2 === 1) return null;
    const at = selectionStart - begun[0].length;
    return { at, begins: begun[1] };
  }

  #wait() {
    clearTimeout(this.#timer);
    const begun = this.#findBegun();
    if (begun?.at !== this.#sentAway) this.#sentAway = -1;
    if (!begun || begun.at === this.#sentAway) return this.#close();
    this.#timer = setTimeout(async () => {
      const answer = await ask(begun.begins, this.#thread);
      const now = this.#findBegun();
      const isStill = now?.at === begun.at && now.begins === begun.begins;
      if (isStill && document.activeElement === this.#area) this.#offer(answer, begun.begins);
    }, REST);
  }

  #offer(answer, begins) {
    const names = answer?.names ?? [];
    const whole = names.findIndex((name) => name.toLowerCase() === begins.toLowerCase());
    if (names.length === 0 || (names.length === 1 && whole === 0)) return this.#close();
    this.#list.ariaLabel = answer.label;
    this.#list.replaceChildren(
      ...names.map((name, place) => {
        const option = document.createElement("li");
        option.id = `${this.#list.id}-${place}`;
        option.role = "option";
        option.textContent = name;
        return option;
      }),
    );
    if (!this.#isOpen) this.#area.after(this.#list, this.#told);
    this.#told.textContent = answer.found;
    this.#area.setAttribute("aria-controls", this.#list.id);
    this.#mark(whole);
    this.#place();
  }

  /** Marks a name, or none: who types on and presses Enter has chosen nobody. */
  #mark(place) {
    this.#chosen = place;
    for (const [index, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(index === place);
    }
    const marked = this.#list.children[place];
    if (marked) this.#area.setAttribute("aria-activedescendant", marked.id);
    else this.#area.removeAttribute("aria-activedescendant");
  }

  #press(event) {
    if (!this.#isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const { length } = this.#list.children;
    const marked = this.#list.children[this.#chosen];
    if (event.key === "ArrowDown") this.#mark((this.#chosen + 1) % length);
    else if (event.key === "ArrowUp") this.#mark((this.#chosen > 0 ? this.#chosen : length) - 1);
    else if (marked && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) {
      this.#choose(marked);
    } else if (event.key === "Escape") {
      this.#sentAway = this.#findBegun()?.at ?? -1;
      this.#close();
    } else {
      // The caret leaves the name.
      if (/^(Arrow|Home|End|Page)/.test(event.key)) this.#close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(option) {
    const begun = this.#findBegun();
    this.#close();
    if (!begun) return;
    const { value, selectionEnd } = this.#area;
    const gap = /^\s/.test(value.slice(selectionEnd)) ? "" : " ";
    this.#area.focus();
    this.#area.setRangeText(`@${option.textContent}${gap}`, begun.at, selectionEnd, "end");
    this.#area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #close() {
    clearTimeout(this.#timer);
    if (!this.#isOpen) return;
    this.#list.remove();
    this.#told.remove();
    this.#area.removeAttribute("aria-activedescendant");
    this.#area.removeAttribute("aria-controls");
  }

  /** Below the @, or above it where that is out of sight; nothing else moves. */
  #place() {
    const begun = this.#findBegun();
    if (!begun) return;
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = this.#area;
    const { left, top, bottom } = placeIn(this.#area, begun.at);
    const most = offsetWidth - this.#list.offsetWidth;
    const below = Math.min(bottom, offsetHeight);
    const inSight = window.visualViewport?.height ?? innerHeight;
    const isSeen =
      this.#area.getBoundingClientRect().top + below + this.#list.offsetHeight < inSight;
    this.#list.style.left = `${offsetLeft + Math.max(0, Math.min(left, most))}px`;
    this.#list.style.top = `${offsetTop + (isSeen ? below : top - this.#list.offsetHeight)}px`;
  }
}

/** Where a character of a field stands, in pixels from its corner: measured in a copy, since no field tells. */
function placeIn(area, at) {
  const copy = document.createElement("div");
  const style = getComputedStyle(area);
  for (const name of WRAPPING) copy.style[name] = style[name];
  copy.style.width = `${area.clientWidth + 2 * area.clientLeft}px`;
  copy.className = "caret-copy";
  const sign = document.createElement("span");
  sign.textContent = "@";
  copy.append(area.value.slice(0, at), sign);
  document.body.append(copy);
  const top = sign.offsetTop - area.scrollTop;
  const bottom = top + sign.offsetHeight;
  const left = sign.offsetLeft;
  copy.remove();
  return { left, top, bottom };
}
