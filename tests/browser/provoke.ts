/** Provokes what stands in the posts of a page, and tells whether anything ran. */
import type { Page } from "playwright-core";

/** Replaces, before anything of a page runs, whatever an attack would call to show that it ran. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.defineProperty(globalThis, "attacksThatRan", { value: told });
    for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
      Object.defineProperty(globalThis, name, {
        value: (...words: unknown[]) => {
          told.push(`${name}(${words.join()})`);
        },
      });
    }
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      told.push(`refused by ${violatedDirective}: ${blockedURI}`),
    );
  });
}

/** Sends to each element in the posts what a hand would, and answers what ran or was refused, and how many posts and elements there were. */
export function provoke(page: Page): Promise<{ ran: string[]; posts: number; elements: number }> {
  return page.evaluate(async () => {
    const stop = (event: Event) => event.preventDefault();
    // A followed link would only leave the page; where links lead is judged apart.
    document.addEventListener("click", stop);
    document.addEventListener("auxclick", stop);
    const posts = document.querySelectorAll(".post .prose").length;
    const all = document.querySelectorAll<HTMLElement>(".post .prose *");
    for (const element of all) {
      for (const kind of [
        "mouseover",
        "mouseenter",
        "pointerenter",
        "mousemove",
        "mousedown",
        "click",
      ]) {
        element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
      }
      for (const kind of ["focus", "focusin", "toggle", "error", "load", "animationend", "wheel"]) {
        element.dispatchEvent(new Event(kind));
      }
      element.focus?.({ preventScroll: true });
      if (element instanceof HTMLDetailsElement) element.open = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { attacksThatRan } = globalThis as unknown as { attacksThatRan: string[] };
    return { ran: [...attacksThatRan], posts, elements: all.length };
  });
}
