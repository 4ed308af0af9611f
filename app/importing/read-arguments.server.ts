import { parseArgs } from "node:util";
import { WrongForm } from "../refusals.ts";
import { sayIt } from "../strings/say.ts";
import { readTopicDraft } from "../topics/topic.ts";
import { listFiles, WrongPath } from "./read-files.server.ts";
import type { Wish } from "./run.ts";

/** Arguments that cannot be followed, in one line that says why. */
export class WrongArguments extends Error {}

export const usage = `npm run import -- discourse PATH… [--source NAME] [--origin ADDRESS] [--topic CATEGORY=TOPIC]…

Brings the threads of a Discourse forum into this one. A PATH is a file (.ndjson, .ndjson.gz, .json)
of posts as that forum's API gives them, one post a line, a post, a list of posts or a thread with its
post_stream, or a folder of such files. It may be stopped at any time and run again: nothing comes twice.

  --source NAME             what that forum is called here (default: the host of --origin, else "discourse");
                            keep it the same from run to run
  --origin ADDRESS          its address, such as https://forum.example: links into it then lead to what is here
  --topic CATEGORY=TOPIC    the topic for the threads of a category, by its number there: --topic 7="Open weights";
                            without one they go to the topic "Imported"; topics are made where there is none
  --help                    says this

It exits with 0, with 1 if anything was skipped, with 2 if it cannot begin, with 130 if it was stopped.`;

const options = {
  source: { type: "string" },
  origin: { type: "string" },
  topic: { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

const LONGEST_SOURCE = 60;

/** What an import is asked to do, or that its usage is to be said; throws WrongArguments. Paths that are not whole begin at `from`. */
export function readArguments(given: string[], from: string, now: number): Wish | "help" {
  const { values, positionals } = parse(given);
  if (values.help) return "help";
  const [software, ...paths] = positionals;
  if (software !== "discourse") {
    throw new WrongArguments(
      software === undefined
        ? "Say what is imported, and from which files."
        : `Imports come from "discourse"; "${software}" is not known.`,
    );
  }
  if (paths.length === 0) throw new WrongArguments("Name a file or a folder to import.");
  const origin = values.origin === undefined ? null : readOrigin(values.origin);
  const source = (values.source ?? (origin ? new URL(origin).hostname : "discourse")).trim();
  if (!source || source.length > LONGEST_SOURCE || /\p{C}/u.test(source)) {
    throw new WrongArguments(`--source takes a name of up to ${LONGEST_SOURCE} characters.`);
  }
  const topics = new Map((values.topic ?? []).map(readTopic));
  return { files: readPaths(paths, from), source, origin, topics, now };
}

function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options, allowPositionals: true });
  } catch (error) {
    throw new WrongArguments((error as Error).message.split(". ")[0]!);
  }
}

function readPaths(paths: string[], from: string) {
  try {
    return listFiles(paths, from);
  } catch (error) {
    if (!(error instanceof WrongPath)) throw error;
    throw new WrongArguments(error.message);
  }
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new WrongArguments(
      `--origin takes an address such as https://forum.example; it is "${text}".`,
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function readTopic(text: string): [number, string] {
  const [, category, name = ""] = /^([1-9]\d{0,8})=(.*)$/s.exec(text) ?? [];
  if (!category) {
    throw new WrongArguments(
      `--topic takes the number of a category and the name of a topic, such as 7="Open weights"; it is "${text}".`,
    );
  }
  try {
    return [Number(category), readTopicDraft(new URLSearchParams({ name })).name];
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error;
    throw new WrongArguments(`--topic ${text}: ${sayIt(Object.values(error.problems)[0]!)}`);
  }
}
