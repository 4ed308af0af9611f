/** The browser's side of pages for writing: they are complete as they came; this makes them answer as one types. */
import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";

/** Waits until Remix has read what the page carries; until then, RemixBrowser throws the promise of it. */
async function whatThePageCarries() {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

// With nothing to wait for and in one go: somebody who types before React is done, or while it waits, makes it
// fail with "Root did not complete" (React's error 345).
void whatThePageCarries().then(() => {
  flushSync(() =>
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    ),
  );
  // From here on other scripts may touch what React has read.
  document.documentElement.dataset.live = "";
  document.dispatchEvent(new Event("live"));
});
