/** The text of a file, handed in piece by piece → the JSON values in it, each with its line. */
import type { Said } from "../strings/say.ts";

/** What is done with what a file holds. */
export interface Reader {
  take: (value: unknown, line: number) => void;
  /** A line that cannot be read; 0 stands for the file as a whole. */
  fault: (line: number, said: Said) => void;
  /** Whether nothing more is wanted. */
  isStopped?: () => boolean;
}

/** Characters of one value in a line or a list; longer ones are passed over, so that no file fills the memory. */
const LONGEST = 16_000_000;
/** Characters of a file that is one value, such as a thread with all its posts. */
const LONGEST_FILE = 64_000_000;

/** What came of a value, as far as it is there. */
class Kept {
  #pieces: string[] = [];
  letters = 0;

  add(piece: string) {
    this.letters += piece.length;
    if (this.letters <= LONGEST) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  /** Hands on what was kept, and begins again. */
  give(line: number, { take, fault }: Reader) {
    const isTooLong = this.letters > LONGEST;
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.letters = 0;
    if (isTooLong) return fault(line, { key: "import.skip.long-line" });
    if (!text.trim()) return;
    const value = parse(text);
    if (value === undefined) fault(line, { key: "import.skip.no-json" });
    else take(value, line);
  }
}

/** A file with a value in every line. */
export class Lines {
  line = 1;
  readonly #reader: Reader;
  readonly #kept = new Kept();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  add(text: string) {
    const [first = "", ...rest] = text.split("\n");
    this.#kept.add(first);
    for (const piece of rest) {
      this.#kept.give(this.line, this.#reader);
      this.line += 1;
      this.#kept.add(piece);
    }
  }

  end() {
    if (this.#kept.letters > 0) this.#kept.give(this.line, this.#reader);
  }
}

/** A file that is one value; what stands in a list is handed on one by one, so that a list may be long. */
export class Items {
  line = 1;
  readonly #reader: Reader;
  readonly #kept = new Kept();
  /** What a file that is no list holds, as far as it is not too long. */
  #whole: string[] | null = null;
  #letters = 0;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #beganAt = 1;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  add(text: string) {
    if (this.#whole || this.#isOneValue(text)) this.#keep(text);
    else this.#scan(text);
  }

  #isOneValue(text: string) {
    return this.#depth === 0 && /^[\s\ufeff]*[^\s[\ufeff]/.test(text);
  }

  #keep(text: string) {
    this.#letters += text.length;
    this.#whole ??= [];
    if (this.#letters <= LONGEST_FILE) this.#whole.push(text);
    else this.#whole = [];
  }

  end() {
    if (this.#letters > LONGEST_FILE) this.#reader.fault(0, { key: "import.file.too-long" });
    else if (this.#whole) {
      const value = parse(this.#whole.join(""));
      if (value === undefined) this.#reader.fault(0, { key: "import.skip.no-json" });
      else this.#reader.take(value, 0);
    } else if (this.#depth > 0) this.#reader.fault(this.line, { key: "import.file.cut" });
  }

  /** A list's own brackets are at depth 1; what opens there begins a value. */
  #scan(text: string) {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]!;
      if (letter === "\n") this.line += 1;
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (letter === "\\") this.#isEscaped = true;
        else if (letter === '"') this.#isInString = false;
      } else if (letter === '"') this.#isInString = true;
      else if (letter === "{" || letter === "[") {
        this.#depth += 1;
        if (this.#depth === 2) {
          from = at;
          this.#beganAt = this.line;
        }
      } else if (letter === "}" || letter === "]") {
        this.#depth -= 1;
        if (this.#depth === 1) {
          this.#kept.add(text.slice(from, at + 1));
          this.#kept.give(this.#beganAt, this.#reader);
        }
      }
    }
    if (this.#depth > 1) this.#kept.add(text.slice(from));
  }
}

/** The value, or undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
