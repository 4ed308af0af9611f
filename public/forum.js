/** Makes pages more comfortable where script runs. Nothing here is needed to read or to write. */
(() => {
  const words = document.documentElement.dataset;
  const version = new URL(document.currentScript.src).search;

  /** "3 hours ago" in the page's language; the absolute time stays as the title. */
  const units = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  /** Beyond this many seconds the date says more. */
  const LONGEST_AGO = 30 * 86_400;
  function showRelativeTimes() {
    const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    for (const time of document.querySelectorAll("time[datetime]")) {
      const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
      if (Math.abs(seconds) > LONGEST_AGO) continue;
      const [unit, length] = units.find((each) => Math.abs(seconds) >= each[1]) ?? ["minute", 60];
      time.title ||= time.textContent;
      time.textContent = format.format(Math.round(seconds / length), unit);
    }
  }

  /** A second press of a form's button would only be the first one again; the pressed one rests. */
  function restAfterPress() {
    document.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      const button = event.submitter;
      setTimeout(() => {
        if (button) button.disabled = true;
      });
    });
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
    });
  }

  /** Leaving a page with words that are not sent asks first. */
  function guardUnsent() {
    let isSending = false;
    document.addEventListener("submit", () => {
      isSending = true;
    });
    addEventListener("beforeunload", (event) => {
      const isUnsent = (area) => area.value !== area.defaultValue && area.value.trim() !== "";
      if (isSending || ![...document.querySelectorAll("textarea")].some(isUnsent)) return;
      event.preventDefault();
    });
  }

  /** j and k go from post to post, unless somebody types. */
  function moveByKey() {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      const step = { j: 1, k: -1 }[event.key];
      if (!step) return;
      const posts = [...document.querySelectorAll(".post[id]")].filter((post) => post.offsetParent);
      const tops = posts.map((post) => Math.round(post.getBoundingClientRect().top));
      const next =
        step > 0 ? tops.findIndex((top) => top > 40) : tops.findLastIndex((top) => top < -1);
      const post = posts[next];
      if (!post) return;
      post.tabIndex = -1;
      post.focus({ preventScroll: true });
      post.scrollIntoView({ block: "start" });
    });
  }

  /** A branch can be folded away below the name of whoever began it. */
  function foldBranches() {
    if (!words.fold) return;
    for (const item of document.querySelectorAll(".replies > li")) {
      const replies = item.querySelector(":scope > .replies");
      const post = item.querySelector(":scope > .post");
      const by = post?.querySelector(":scope > .by");
      if (!replies || !by) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain fold";
      const show = (isFolded) => {
        item.classList.toggle("folded", isFolded);
        button.setAttribute("aria-expanded", String(!isFolded));
        const count = replies.querySelectorAll(".post").length + 1;
        button.textContent = isFolded ? `${words.unfold} (${count})` : words.fold;
        button.setAttribute("aria-label", `${button.textContent}: ${post.ariaLabel}`);
      };
      button.addEventListener("click", () => show(!item.classList.contains("folded")));
      show(false);
      by.append(button);
    }
  }

  /** What quotes comes with the first words that are selected in a post, or with the key q. */
  function waitForQuotes() {
    if (!document.querySelector(".to-quote")) return;
    let loading;
    const load = () => {
      loading ??= import(`/compose/quote.js${version}`);
      return loading;
    };
    document.addEventListener("selectionchange", async () => {
      if (!loading && !getSelection().isCollapsed) (await load()).startQuotes();
    });
    document.addEventListener("keydown", async (event) => {
      if (event.key !== "q" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      const { quote, startQuotes } = await load();
      startQuotes();
      quote();
    });
  }

  restAfterPress();
  guardUnsent();
  moveByKey();
  waitForQuotes();
  // A page that React makes live must be as it came until React has read it.
  const isLive = document.querySelector('script[type="module"]') !== null;
  if (!isLive) {
    showRelativeTimes();
    foldBranches();
  }
})();
