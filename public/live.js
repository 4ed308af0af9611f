/** Says what is new on a page that is open, and moves nothing; loaded by forum.js when there is anything to say. */

/** The way to the first reply that is new, below the thread; the page itself stays as it is read. */
function showReplies({ count, first, said }) {
  const place = document.getElementById("arrived");
  if (count === 0) return place.replaceChildren();
  const link = place.querySelector("a") ?? document.createElement("a");
  link.className = "button";
  link.href = `/posts/${first}`;
  link.textContent = said;
  if (!link.isConnected) place.append(link);
}

function showUnread({ unread, told }) {
  const inbox = document.getElementById("inbox");
  inbox.dataset.unread = unread;
  const count = inbox.querySelector(".n");
  count.textContent = told;
  count.hidden = unread === 0;
}

const ways = { replies: showReplies, inbox: showUnread };

/** Shows what an event of the page's stream tells. */
export const show = ({ type, data }) => ways[type](JSON.parse(data));
