/** Hears what is new while the page is looked at, and says so without moving anything; loaded by forum.js where there is anything to hear. Everything is there without, on the next page. */

const place = document.getElementById("arrived");
/** Where the forum takes no more streams, it is asked again after so many milliseconds, and then after twice as many. */
const PAUSE = 60_000;
const LONGEST_PAUSE = 16 * PAUSE;

let source = null;
let timer = 0;
let pause = PAUSE;

/** The way to the first reply that is new, below the thread; the page itself stays as it is read. */
function showReplies({ count, first, said }) {
  if (count === 0) return place.replaceChildren();
  const link = place.querySelector("a") ?? document.createElement("a");
  link.className = "button";
  link.href = `/posts/${first}`;
  link.textContent = said;
  if (!link.isConnected) place.append(link);
}

function showUnread({ unread, told }) {
  const inbox = document.getElementById("inbox");
  // What React makes live must be as it came until React has read it.
  if (!inbox || inbox.dataset.unread === String(unread)) return;
  inbox.dataset.unread = unread;
  const count = inbox.querySelector(".n");
  count.textContent = told;
  count.hidden = unread === 0;
}

function open() {
  if (source || document.hidden) return;
  clearTimeout(timer);
  const { thread, after } = place?.dataset ?? {};
  source = new EventSource(thread ? `/live?thread=${thread}&after=${after}` : "/live");
  const hear = (name, show) => source.addEventListener(name, ({ data }) => show(JSON.parse(data)));
  if (place) hear("replies", showReplies);
  hear("inbox", showUnread);
  source.addEventListener("open", () => {
    pause = PAUSE;
  });
  source.addEventListener("error", () => {
    // A connection that breaks is made again by the browser, one that is refused is not.
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    timer = setTimeout(open, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  });
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = null;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) close();
  else open();
});
// A page that is left is kept whole by the browser only where it hears nothing more.
addEventListener("pagehide", close);
addEventListener("pageshow", open);
open();
