/** What helps somebody who writes, for one form; loaded by forum.js when it is wanted. The form is complete without. */

const { search } = new URL(import.meta.url);
/** Longest wait until React has taken over the page, in milliseconds. */
const PATIENCE = 10_000;

/** Resolves when nobody will put other elements in the form's place: at once, where no framework does so. */
const untilLive = () =>
  new Promise((resolve) => {
    const { dataset } = document.documentElement;
    if (dataset.live !== undefined || !document.querySelector('script[type="module"]')) {
      return resolve();
    }
    document.addEventListener("live", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
  });

const parts = {
  drafts: "startDrafts",
  similar: "startSimilar",
  mentions: "startMentions",
};

/** Starts every help in a form, once; what cannot be loaded is done without. */
export async function startCompose(form) {
  if (form.dataset.composing !== undefined) return;
  form.dataset.composing = "";
  await untilLive();
  for (const [name, start] of Object.entries(parts)) {
    import(`./compose/${name}.js${search}`)
      .then((part) => part[start](form))
      .catch((error) => console.warn(error));
  }
}
