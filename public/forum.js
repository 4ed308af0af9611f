/** Makes pages more comfortable where script runs. Nothing here is needed to read or to write. */
(() => {
  const words = document.documentElement.dataset;
  /** The version of all files. */
  const { search } = new URL(document.currentScript.src);

  /** "3 hours ago" in the page's language; the absolute time stays as the title, and where it is to come or stands in a sentence. */
  const units = [
    [words.agoDay, 86_400],
    [words.agoHour, 3_600],
    [words.agoMinute, 60],
  ];
  /** Beyond this many seconds the date says more. */
  const LONGEST_AGO = 30 * 86_400;
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  /** "one=# day ago|other=# days ago" with a number in its form. */
  function count(forms, number) {
    const form = `${plurals.select(number)}=`;
    const found = forms.split("|").find((each) => each.startsWith(form));
    return found.slice(form.length).replace("#", number);
  }
  function showRelativeTimes() {
    // A page of before the forum was brought up to date has not brought them.
    if (words.agoNow === undefined) return;
    for (const time of document.querySelectorAll("time[datetime]:not([data-fixed])")) {
      const ago = (Date.now() - Date.parse(time.dateTime)) / 1000;
      // The clocks of the forum and of the reader may differ by a little.
      if (ago < -60 || ago > LONGEST_AGO) continue;
      const [forms, length] = units.find((each) => ago >= each[1]) ?? [];
      time.title ||= time.textContent;
      time.textContent = forms ? count(forms, Math.round(ago / length)) : words.agoNow;
    }
  }

  /** A second press of a form's button would only be the first one again; the pressed one rests until the form is another, for not every sending leaves the page. */
  function restAfterPress() {
    let resting = null;
    document.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      const button = event.submitter;
      setTimeout(() => {
        if (button) button.disabled = true;
        resting = button;
      });
    });
    document.addEventListener("input", () => {
      if (resting) resting.disabled = false;
      resting = null;
    });
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
    });
  }

  /** Leaving a page with words that are neither sent nor saved asks first. */
  function guardUnsent() {
    let isSending = false;
    document.addEventListener("submit", (event) => {
      if (!event.defaultPrevented) isSending = true;
    });
    document.addEventListener("input", () => {
      isSending = false;
    });
    addEventListener("beforeunload", (event) => {
      const isUnsent = (area) =>
        area.value !== area.defaultValue &&
        area.value.trim() !== "" &&
        area.form?.dataset.kept === undefined;
      if (isSending || ![...document.querySelectorAll("textarea")].some(isUnsent)) return;
      event.preventDefault();
    });
    addEventListener("pageshow", (event) => {
      if (event.persisted) isSending = false;
    });
  }

  /** What helps somebody who writes is loaded when somebody does, or when words wait to be sent. */
  function helpToWrite() {
    const start = (form) =>
      import(`/compose.js${search}`).then(
        (compose) => compose.startCompose(form),
        (error) => console.warn(error),
      );
    for (const kind of ["focusin", "input"]) {
      document.addEventListener(kind, ({ target }) => {
        const form = target.closest("form[data-compose]");
        if (!form) return;
        // React takes what was typed before it came for what was there.
        if (kind === "input") form.dataset.touched = "";
        void start(form);
      });
    }
    // Whatever saves a form may come only after it was sent.
    document.addEventListener("submit", ({ target }) => {
      if (target.matches("form[data-compose]")) target.sentFields = new FormData(target);
    });
    for (const form of document.querySelectorAll("form[data-compose]")) {
      if (form.dataset.compose !== "" || form.contains(document.activeElement)) void start(form);
    }
  }

  /** Whatever is selected in a post can be quoted. */
  function helpToQuote() {
    if (!document.querySelector(".post .to-quote")) return;
    const load = () => import(`/compose/quote.js${search}`);
    document.addEventListener("selectionchange", function begin() {
      if (getSelection().isCollapsed) return;
      document.removeEventListener("selectionchange", begin);
      load().then((quotes) => quotes.startQuotes(), console.warn);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "q" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      // A letter alone, said or typed by mistake, goes nowhere.
      if (getSelection().isCollapsed && !document.activeElement?.matches(".post")) return;
      // Else the letter would be typed into the reply, which has the focus then.
      event.preventDefault();
      load().then((quotes) => quotes.quote(), console.warn);
    });
  }

  /** Presses below a post are sent from where one reads, by what is loaded when somebody is about to press; where one does not go through, the form goes as it is. */
  function pressInPlace() {
    let loading = null;
    const load = () => {
      loading ??= import(`/press.js${search}`).catch((error) => {
        console.warn(error);
        loading = null;
      });
      return loading;
    };
    for (const kind of ["pointerover", "focusin"]) {
      document.addEventListener(kind, ({ target }) => {
        if (target.closest("form.acts")) void load();
      });
    }
    // The second click of a double one would take the first back, and so would a key that is held.
    document.addEventListener("click", (event) => {
      if (event.detail > 1 && event.target.closest(".acts button")) event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.repeat && event.target.closest(".acts button")) event.preventDefault();
    });
    const leaving = new WeakSet();
    document.addEventListener("submit", async (event) => {
      const { submitter: button, target: form } = event;
      // The page that explains a post tells of votes, so it is read anew after each.
      if (!button?.name || !form.elements.have || form.elements.from) return;
      if (leaving.delete(form)) return event.stopImmediatePropagation();
      event.preventDefault();
      // A form that is being submitted takes no other submission until this has ended.
      const leave = () =>
        setTimeout(() => {
          leaving.add(form);
          form.requestSubmit(button);
        });
      const presses = await load();
      if (presses) presses.press(form, button, leave);
      else leave();
    });
    addEventListener("pageshow", (event) => {
      if (!event.persisted || !document.querySelector("form.acts")) return;
      void load().then((presses) => presses?.readAgain());
    });
  }

  /** j and k go from post to post, n to the next that is new, on this page or another; unless somebody types. */
  function moveByKey() {
    const top = (post) => Math.round(post.getBoundingClientRect().top);
    const isAhead = (post) => top(post) > 40;
    const ways = {
      j: (posts) => posts.find(isAhead),
      k: (posts) => posts.findLast((post) => top(post) < -1),
      n: (posts) => {
        const from = document.activeElement.closest(".post");
        const isAfter = (post) =>
          from.compareDocumentPosition(post) & post.DOCUMENT_POSITION_FOLLOWING;
        return posts
          .filter((post) => post.querySelector(":scope > .by > .new"))
          .find(from ? isAfter : isAhead);
      },
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      const way = Object.hasOwn(ways, event.key) && ways[event.key];
      if (!way) return;
      const posts = [...document.querySelectorAll(".post[id]")].filter((post) => post.offsetParent);
      const post = way(posts);
      if (!post) {
        if (event.key === "n") document.querySelector("a[data-next-new]")?.click();
        return;
      }
      post.tabIndex = -1;
      post.focus({ preventScroll: true });
      post.scrollIntoView({ block: "start" });
    });
  }

  /** In the inbox j and k go from notice to notice, m marks the one that has the focus as read. */
  function moveInInbox() {
    const hint = document.querySelector(".inbox .keys");
    if (!hint) return;
    hint.hidden = false;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      const notices = [...document.querySelectorAll(".notice")];
      const at = notices.indexOf(document.activeElement.closest(".notice"));
      if (event.key === "m" && at >= 0) {
        notices[at].querySelector("form[action$='/read'] button")?.click();
      }
      if (event.key !== "j" && event.key !== "k") return;
      const next = notices[event.key === "j" ? at + 1 : Math.max(0, at - 1)];
      (next?.querySelector("p a") ?? next?.querySelector("button"))?.focus();
    });
  }

  /** What moderators do by keys is loaded where they are. */
  function helpToModerate() {
    if (!document.querySelector(".moderation .keys")) return;
    import(`/moderation.js${search}`).then((keys) => keys.start(), console.warn);
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

  /** What is new is heard while the page is looked at; what says it is loaded when there is anything to say. */
  function hearNews() {
    const { thread, after } = document.getElementById("arrived")?.dataset ?? {};
    const inbox = () => document.getElementById("inbox");
    if (!thread && !inbox()) return;
    let source = null;
    let timer = 0;
    let wasOpen = false;
    const show = (event) =>
      import(`/live.js${search}`).then((live) => live.show(event), console.warn);
    function close() {
      clearTimeout(timer);
      source?.close();
      source = null;
    }
    function open() {
      if (source || document.hidden) return;
      close();
      const asked = new URLSearchParams(thread && { thread, after });
      if (inbox()) asked.set("unread", inbox().dataset.unread);
      source = new EventSource(`/live?${asked}`);
      source.addEventListener("open", () => {
        wasOpen = true;
      });
      source.addEventListener("replies", show);
      // A page of nobody has no place for it, though somebody has signed in since.
      if (inbox()) source.addEventListener("inbox", show);
      source.addEventListener("error", () => {
        // A connection that broke is made again by the browser, one that was refused is not.
        if (source?.readyState !== EventSource.CLOSED) return;
        close();
        // Nobody's page that was refused at once is told nothing until it is looked at anew.
        if (wasOpen || inbox()) timer = setTimeout(open, 60_000 * (1 + Math.random()));
      });
    }
    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
    // The browser keeps a page that is left only if that hears nothing more.
    addEventListener("pagehide", close);
    // After all that the page itself is made of.
    addEventListener("pageshow", open);
    if (document.readyState === "complete") open();
  }

  /** What is selected in a post goes along to the page of its flag. */
  function helpToFlag() {
    document.addEventListener("pointerdown", ({ target }) => {
      const link = target.closest("a.to-flag");
      const { anchorNode, focusNode, isCollapsed } = getSelection();
      const post = link?.closest(".post");
      if (!post || isCollapsed || !post.contains(anchorNode) || !post.contains(focusNode)) return;
      const passage = String(getSelection()).trim().slice(0, 1_000);
      link.search = new URLSearchParams({ passage });
    });
  }

  pressInPlace();
  helpToFlag();
  restAfterPress();
  guardUnsent();
  helpToWrite();
  helpToQuote();
  moveByKey();
  moveInInbox();
  helpToModerate();
  // A page that React makes live must be as it came until React has read it.
  const isLive = document.querySelector('script[type="module"]') !== null;
  if (isLive && words.live === undefined) {
    document.addEventListener("live", hearNews, { once: true });
  } else {
    hearNews();
  }
  if (!isLive) {
    showRelativeTimes();
    foldBranches();
  }
})();
