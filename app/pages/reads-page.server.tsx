import { reads } from "../drawing/reads.server.tsx";
import { pageHead } from "../ui/page-head.ts";
import type { Page } from "./page.ts";
import { PageView } from "./page-view.tsx";
import { readPage } from "./read-page.server.ts";

/** The loader of a page of the forum about itself, which changes with the program alone. */
export const readsPage = (page: Page, path: string) =>
  reads({
    ask: () => ({}),
    addressOf: () => path,
    versionOf: async () => 1,
    read: () => readPage(page),
    draw: (rendered, { origin }) => ({
      head: pageHead({ title: page.title, canonical: origin + path }),
      pathname: path,
      body: <PageView page={rendered} />,
      facts: null,
    }),
  });
