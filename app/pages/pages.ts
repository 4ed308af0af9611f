/** The pages of the forum about itself, by the last part of their address. */
import { about } from "./about.ts";
import { help } from "./help.ts";
import type { Page } from "./page.ts";
import { privacy } from "./privacy.ts";
import { rules } from "./rules.ts";
import { terms } from "./terms.ts";

export const pages = { rules, about, help, privacy, terms } satisfies Record<string, Page>;

export type PageName = keyof typeof pages;
