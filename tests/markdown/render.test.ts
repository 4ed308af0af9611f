import { afterAll, describe, expect, it } from "vitest";
import {
  RENDERER,
  renderMarkdown,
  renderOrShow,
  stopRendering,
} from "#app/markdown/render.server.ts";
import { WrongForm } from "#app/refusals.ts";
import { sayIt } from "#app/strings/say.ts";

afterAll(stopRendering);

const refusalOf = (markdown: string) =>
  renderMarkdown(markdown).then(
    () => null,
    (error) => (error instanceof WrongForm ? sayIt(error.problems.body!) : Promise.reject(error)),
  );

describe("The renderer", () => {
  it("answers safe HTML from its worker", async () => {
    expect(await renderMarkdown("**Hello** <script>")).toBe(
      "<p><strong>Hello</strong> &lt;script&gt;</p>\n",
    );
    expect(Number.isInteger(RENDERER)).toBe(true);
  });

  it("refuses a text that takes more than a second, and others do not notice", async () => {
    const slow = "a`".repeat(65_000);
    const [refusal, ...others] = await Promise.all([
      refusalOf(slow),
      ...Array.from({ length: 5 }, (_, number) => renderMarkdown(`Text ${number}`)),
    ]);
    expect(refusal).toContain("takes too long");
    expect(others).toEqual([0, 1, 2, 3, 4].map((number) => `<p>Text ${number}</p>\n`));
    expect(await renderMarkdown("still here")).toBe("<p>still here</p>\n");
  });

  it("refuses beside the text what asks for too much, and says what to do", async () => {
    const bomb = `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|\n".repeat(2000)}`;
    expect(await refusalOf(bomb)).toMatch(/more than 20,000 cells.*Leave rows or columns out/);
  });

  it("lets only so many texts wait", async () => {
    const texts = Array.from({ length: 250 }, (_, number) => renderMarkdown(`Text ${number}`));
    const outcomes = await Promise.allSettled(texts);
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    // Two may be running; the worker that was killed above may still be ending.
    expect([48, 49, 50]).toContain(refused.length);
    expect(refused[0]).toMatchObject({ status: 503, retryAfter: 10 });
  });

  it("sets one text of a sender after the other, lets twenty wait, and serves others meanwhile", async () => {
    const done: unknown[] = [];
    const numbers = Array.from({ length: 23 }, (_, number) => number);
    const [mine, others] = await Promise.all([
      Promise.allSettled(
        numbers.map((text) => renderMarkdown(`Mine ${text}`, 1).then(() => done.push(text))),
      ),
      Promise.all(
        ["1", "2", "192.0.2.1"].map(async (sender) => {
          const html = await renderMarkdown("Hello", sender);
          done.push(sender);
          return html;
        }),
      ),
    ]);
    expect(mine.filter((text) => text.status === "fulfilled")).toHaveLength(21);
    expect(done.filter((one) => typeof one === "number")).toEqual(numbers.slice(0, 21));
    expect(done.indexOf(20)).toBeGreaterThan(done.indexOf("192.0.2.1"));
    const refused = mine.flatMap((text) => (text.status === "rejected" ? [text.reason] : []));
    for (const reason of refused) {
      expect(reason).toMatchObject({ status: 503, said: { key: "markdown.yours-wait" } });
    }
    expect(others).toEqual(Array(3).fill("<p>Hello</p>\n"));
    const same = await Promise.all([1, 2, 3].map(() => renderMarkdown("Again", 1)));
    expect(same).toEqual(Array(3).fill("<p>Again</p>\n"));
  });

  it("refuses a text over which it breaks, with the cause; of a text accepted before it shows the source", async () => {
    // No text is known over which it breaks: this one is an object, which the parser does not take.
    const breaking = Object("<b>") as string;
    const thrown = await renderMarkdown(breaking).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(WrongForm);
    expect(thrown).toMatchObject({
      problems: { body: { key: "markdown.failed" } },
      cause: { message: expect.stringContaining("string expected") },
    });
    const reported: unknown[] = [];
    const html = await renderOrShow(breaking, (error) => reported.push(error));
    expect(html).toBe('<pre tabindex="0">&lt;b&gt;</pre>');
    expect(reported).toHaveLength(1);
    expect(await renderMarkdown("still here")).toBe("<p>still here</p>\n");
  });

  it("shows no more of a text that was accepted before than any text may be long", async () => {
    const html = await renderOrShow("&".repeat(2_000_000), () => expect.fail());
    expect(html).toBe(`<pre tabindex="0">${"&amp;".repeat(131_072)}…</pre>`);
  });

  it("works again after it was stopped", async () => {
    await stopRendering();
    expect(await renderMarkdown("again")).toBe("<p>again</p>\n");
  });
});
