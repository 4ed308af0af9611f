/** Every word of the interface in English, by part of the forum. A translation is another file of the same keys. */
import { aboutModeration } from "./en/about-moderation.ts";
import { accounts } from "./en/accounts.ts";
import { administration } from "./en/administration.ts";
import { clearing } from "./en/clearing.ts";
import { drafts } from "./en/drafts.ts";
import { feeds } from "./en/feeds.ts";
import { filling } from "./en/filling.ts";
import { flags } from "./en/flags.ts";
import { following } from "./en/following.ts";
import { frame } from "./en/frame.ts";
import { importing } from "./en/importing.ts";
import { letters } from "./en/letters.ts";
import { live } from "./en/live.ts";
import { log } from "./en/log.ts";
import { mailbox } from "./en/mailbox.ts";
import { markdown } from "./en/markdown.ts";
import { moderation } from "./en/moderation.ts";
import { moderationDeeds } from "./en/moderation-deeds.ts";
import { notices } from "./en/notices.ts";
import { nudges } from "./en/nudges.ts";
import { reading } from "./en/reading.ts";
import { references } from "./en/references.ts";
import { rules } from "./en/rules.ts";
import { search } from "./en/search.ts";
import { shields } from "./en/shields.ts";
import { spam } from "./en/spam.ts";
import { standing } from "./en/standing.ts";
import { states } from "./en/states.ts";
import { substance } from "./en/substance.ts";
import { substanceAdvice } from "./en/substance-advice.ts";
import { threads } from "./en/threads.ts";
import { topics } from "./en/topics.ts";
import { votes } from "./en/votes.ts";
import { why } from "./en/why.ts";

export const en = {
  ...frame,
  ...aboutModeration,
  ...accounts,
  ...threads,
  ...clearing,
  ...drafts,
  ...topics,
  ...live,
  ...log,
  ...mailbox,
  ...markdown,
  ...moderation,
  ...following,
  ...flags,
  ...importing,
  ...letters,
  ...feeds,
  ...filling,
  ...moderationDeeds,
  ...notices,
  ...nudges,
  ...reading,
  ...references,
  ...rules,
  ...search,
  ...administration,
  ...shields,
  ...spam,
  ...standing,
  ...states,
  ...substance,
  ...substanceAdvice,
  ...votes,
  ...why,
} as const;
