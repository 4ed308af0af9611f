/** Shows threads that may be about the same while somebody types a title or an address. */

/** Milliseconds after the last key. */
const REST = 500;
const LONGEST_TITLE = 300;

/** Begins to look, where a form has a place to show them. */
export function startSimilar(form) {
  const box = form.querySelector("[data-similar]");
  const title = form.querySelector('input[name="title"]');
  const url = form.querySelector('input[name="url"]');
  if (!box || !title || !url) return;
  const [before, place] = box.children;
  let timer;
  let asking = new AbortController();
  let shown = null;

  async function look() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const query = { title: title.value.slice(0, LONGEST_TITLE), url: url.value.slice(0, 2_000) };
    const answer = await fetch(`/threads/similar.json?${new URLSearchParams(query)}`, { signal })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    if (!answer || signal.aborted) return;
    const found = JSON.stringify(answer.groups);
    if (found === shown) return;
    shown = found;
    before.hidden = true;
    place.replaceChildren(...answer.groups.map((group) => section(group, box.dataset.newTab)));
  }

  form.addEventListener("input", ({ target }) => {
    if (target !== title && target !== url) return;
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  });
  // Typed before this was loaded, or restored.
  if (title.value !== "" || url.value !== "") void look();
}

function section({ heading, threads }, newTab) {
  const made = document.createElement("section");
  made.setAttribute("aria-label", heading);
  const list = document.createElement("ul");
  for (const { path, title, about } of threads) {
    const link = element("a", { href: path, target: "_blank", rel: "noopener" });
    link.append(
      element("bdi", { textContent: title }),
      " ",
      element("span", { className: "unseen", textContent: newTab }),
    );
    const item = document.createElement("li");
    item.append(link, " ", element("span", { className: "hint", textContent: about }));
    list.append(item);
  }
  made.append(element("p", { className: "label", textContent: heading }), list);
  return made;
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);
