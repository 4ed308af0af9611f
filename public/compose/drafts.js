/** Saves what is typed in a form as its writer's draft, and says so. */

/** Milliseconds after the last key, and the longest that anything typed waits. */
const REST = 800;
const LONGEST = 3_000;
/** Milliseconds until the next try after failures in a row. */
const TRIES = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/** Milliseconds after which a form that was sent and is still there is saved on. */
const LONGEST_SENDING = 20_000;
/** More saves than a page sends of a form that it has sent. */
const CAUGHT_UP = 100;

/** Begins to save a form; once. */
export function startDrafts(form) {
  const state = form.querySelector(".draft-state");
  if (state) new Draft(form, state);
}

class Draft {
  #form;
  #state;
  #address;
  #key;
  /** The version that the server last told of. */
  #version;
  /** Saves sent after that of which nothing was heard. */
  #ahead;
  /** Tells this page from others that have the same draft. */
  #page;
  /** What is saved; null for nothing that this page knows of. */
  #saved;
  #timer;
  /** When the oldest change that is not saved was made. */
  #since = null;
  #failures = 0;
  /** Whether the same would only be refused again. */
  #isRefused = false;
  #saving = null;
  /** Whether the form is on its way. */
  #isSending = false;
  /** Whether that went through: what is typed from then on is another draft. */
  #isOver = false;
  /** What was sent as the page was left. */
  #left = null;

  constructor(form, state) {
    this.#form = form;
    this.#state = state;
    const address = form.getAttribute("action");
    this.#address = `/drafts.json?for=${encodeURIComponent(address)}`;
    const hidden = (name) => form.elements.namedItem(name)?.value;
    this.#key = hidden("key");
    this.#version = Number(hidden("draft-version")) || 0;
    this.#page = hidden("draft-page") || makeKey();
    // The page before this one may have saved once more after it sent what came back.
    this.#ahead = hidden("draft-page") ? (Number(hidden("draft-ahead")) || 0) + CAUGHT_UP : 0;
    const isUnsaved = form.dataset.compose === "kept" || form.dataset.touched !== undefined;
    this.#saved = isUnsaved ? null : this.#typed();
    this.#listen();
    this.#changed();
  }

  #listen() {
    const form = this.#form;
    form.addEventListener("input", () => this.#goOn());
    form.addEventListener("change", () => this.#goOn());
    form.addEventListener("focusout", () => this.#save());
    // React owns the fields; what is sent is ours.
    form.addEventListener("formdata", ({ formData }) => {
      formData.set("key", this.#key);
      formData.set("draft-version", this.#version);
      formData.set("draft-ahead", this.#ahead);
      formData.set("draft-page", this.#page);
    });
    form.addEventListener("submit", () => {
      this.#leave();
      clearTimeout(this.#timer);
      this.#isSending = true;
      // From here on it is the answer that tells.
      this.#say("");
      setTimeout(() => this.#goOn(), LONGEST_SENDING);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") return this.#leave();
      this.#tryAgain();
    });
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#goOn();
    });
    addEventListener("online", () => this.#tryAgain());
  }

  /** Something may have changed for the better: a line, or who is signed in. */
  #tryAgain() {
    this.#failures = 0;
    this.#left = null;
    this.#changed();
  }

  /** Whatever was sent, the page is still there. */
  #goOn() {
    this.#isSending = false;
    this.#left = null;
    this.#changed();
  }

  /** Everything in the form but what tells one save from another. */
  #typed(sent = new FormData(this.#form)) {
    const fields = new URLSearchParams(sent);
    for (const name of ["key", "draft-version", "draft-ahead", "draft-page"]) fields.delete(name);
    return fields.toString();
  }

  /** What was on its way last, which forum.js knows from before this was there; null for nothing. */
  #sent() {
    const { sentFields } = this.#form;
    return sentFields ? this.#typed(sentFields) : null;
  }

  /** What is sent to be saved; it counts as unheard of until it is answered. */
  #sending(typed) {
    const fields = new URLSearchParams(typed);
    fields.set("key", this.#key);
    fields.set("draft-version", this.#version);
    fields.set("draft-ahead", this.#ahead);
    fields.set("draft-page", this.#page);
    this.#ahead += 1;
    return asForm(fields);
  }

  #changed() {
    if (this.#typed() === this.#saved) {
      // Leaving the page loses nothing and need not be asked about.
      this.#form.dataset.kept = "";
      return;
    }
    if (this.#isOver) this.#beginAnew();
    delete this.#form.dataset.kept;
    const now = performance.now();
    this.#since ??= now;
    this.#plan(Math.max(0, Math.min(REST, this.#since + LONGEST - now)));
  }

  #plan(wait) {
    clearTimeout(this.#timer);
    const pause = this.#failures > 0 ? TRIES[Math.min(this.#failures, TRIES.length) - 1] : wait;
    this.#timer = setTimeout(() => this.#save(true), pause);
  }

  async #save(isDue = false) {
    if (this.#isSending || this.#saving || (this.#failures > 0 && !isDue)) return;
    const typed = this.#typed();
    if (typed === this.#saved) return;
    clearTimeout(this.#timer);
    this.#since = null;
    const saving = new AbortController();
    this.#saving = saving;
    try {
      const answer = await fetch(this.#address, {
        method: "POST",
        body: this.#sending(typed),
        signal: saving.signal,
      });
      const told = (await answer.json().catch(() => null)) ?? {};
      if (saving.signal.aborted) return;
      // Somebody in between may answer in the forum's place.
      const isTold = typeof told.key === "string" && Number.isInteger(told.version);
      const isRefused = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
      if (answer.ok && isTold) this.#keep(typed, told);
      else this.#fail(told.refused, isRefused);
    } catch {
      if (!saving.signal.aborted) this.#fail();
    } finally {
      if (this.#saving === saving) this.#saving = null;
    }
    if (!saving.signal.aborted && !this.#isRefused) this.#changed();
  }

  #keep(typed, { key, version, isClosed }) {
    this.#failures = 0;
    this.#isRefused = false;
    this.#ahead = 0;
    if (isClosed) {
      this.#say("");
      if (typed === this.#sent()) {
        // It keeps its key: sent once more it is the same.
        this.#saved = typed;
        this.#isOver = true;
      } else this.#beginAnew();
      return;
    }
    const isApart = key !== this.#key && this.#version > 0;
    this.#key = key;
    this.#version = version;
    this.#saved = typed;
    const { saved, apart } = this.#state.dataset;
    if (version > 0) this.#say(isApart ? apart : saved, timeNow());
    else this.#say("");
  }

  /** It was sent or thrown away, or emptied: what is typed from here on is another draft. */
  #beginAnew() {
    this.#key = makeKey();
    this.#version = 0;
    this.#ahead = 0;
    this.#isOver = false;
    this.#form.dispatchEvent(new Event("draft-anew"));
  }

  #fail(why, isRefused = false) {
    this.#failures += 1;
    this.#isRefused = isRefused;
    this.#say(why ?? this.#state.dataset.unsaved);
  }

  /** Words are read out when they change, the time of each save is not. */
  #say(words, time = "") {
    const [told, at] = this.#state.children;
    if (told && told.textContent === words) {
      at.textContent = time;
      return;
    }
    const parts = [words, time].map((text) => {
      const part = document.createElement("span");
      part.textContent = text;
      return part;
    });
    parts[1].setAttribute("aria-hidden", "true");
    parts[1].className = "n";
    this.#state.replaceChildren(parts[0], " ", parts[1]);
  }

  /** Sends what is not saved in a way that outlives the page. */
  #leave() {
    const typed = this.#typed();
    if (typed === this.#saved || typed === this.#left) return;
    // A save under way may have arrived or not; this one comes after it.
    if (!navigator.sendBeacon(this.#address, this.#sending(typed))) {
      void this.#save(true);
      return;
    }
    this.#left = typed;
    this.#saving?.abort();
    this.#saving = null;
  }
}

/** Fields as a form sends them, but for letters of other scripts, which stay as they are: a beacon carries 64 KB, and escaped they are three times as long. */
function asForm(fields) {
  const escaped = (text) => text.replace(/[%&+=]/g, encodeURIComponent).replaceAll(" ", "+");
  const text = Array.from(fields, (pair) => pair.map(escaped).join("=")).join("&");
  return new Blob([text], { type: "application/x-www-form-urlencoded" });
}

const timeNow = () =>
  new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
  });

/** As crypto.randomUUID, which is missing where a page came without TLS. */
function makeKey() {
  const [first, second, ...others] = crypto.getRandomValues(new Uint16Array(8));
  const hex = (number) => number.toString(16).padStart(4, "0");
  const groups = others.map(hex);
  const version = `4${groups[1].slice(1)}`;
  const variant = `8${groups[2].slice(1)}`;
  return `${hex(first)}${hex(second)}-${groups[0]}-${version}-${variant}-${groups.slice(3).join("")}`;
}
