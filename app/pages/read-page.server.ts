import { renderOwn } from "../markdown/render.server.ts";
import type { Page } from "./page.ts";

export interface RenderedPage {
  title: string;
  html: string;
  sections: { id: string; title: string; html: string }[];
}

/** The texts of the program itself never change while it runs. */
const rendered = new WeakMap<Page, Promise<RenderedPage>>();

/** A page of the forum about itself, as HTML; rendered once. */
export function readPage(page: Page): Promise<RenderedPage> {
  const known = rendered.get(page);
  if (known) return known;
  const promise = render(page);
  rendered.set(page, promise);
  promise.catch(() => rendered.delete(page));
  return promise;
}

async function render({ title, body, sections }: Page): Promise<RenderedPage> {
  return {
    title,
    html: await renderOwn(body),
    sections: await Promise.all(
      sections.map(async (section) => ({
        id: section.id,
        title: section.title,
        html: await renderOwn(section.body),
      })),
    ),
  };
}
