/** The migrations in order; append only, forward only. The length of this list is the version of a database. */
import type { Kysely } from "kysely";
import * as accounts from "./001-accounts.ts";
import * as threads from "./002-threads.ts";
import * as debates from "./003-debates.ts";
import * as deliveries from "./004-deliveries.ts";
import * as search from "./005-search.ts";
import * as pages from "./006-pages.ts";
import * as topics from "./007-topics.ts";
import * as nudges from "./008-nudges.ts";
import * as votes from "./009-votes.ts";
import * as following from "./010-following.ts";
import * as moderation from "./011-moderation.ts";
import * as protection from "./012-protection.ts";
import * as lapsed from "./013-lapsed.ts";

export const migrations: { name: string; up: (db: Kysely<unknown>) => Promise<void> }[] = [
  { name: "001-accounts", up: accounts.up },
  { name: "002-threads", up: threads.up },
  { name: "003-debates", up: debates.up },
  { name: "004-deliveries", up: deliveries.up },
  { name: "005-search", up: search.up },
  { name: "006-pages", up: pages.up },
  { name: "007-topics", up: topics.up },
  { name: "008-nudges", up: nudges.up },
  { name: "009-votes", up: votes.up },
  { name: "010-following", up: following.up },
  { name: "011-moderation", up: moderation.up },
  { name: "012-protection", up: protection.up },
  { name: "013-lapsed", up: lapsed.up },
];
