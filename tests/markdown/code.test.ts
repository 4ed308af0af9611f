import { describe, expect, it } from "vitest";
import { toHtml } from "#app/markdown/to-html.ts";

describe("Code in a post", () => {
  it("is coloured by class names where its language is known", () => {
    expect(toHtml('```Python\ndef f(): return "<"\n```')).toBe(
      '<pre tabindex="0"><code class="language-python"><span class="hljs-keyword">def</span> ' +
        '<span class="hljs-title">f</span>(): <span class="hljs-keyword">return</span> ' +
        '<span class="hljs-string">"&lt;"</span>\n</code></pre>\n',
    );
    expect(toHtml("```c++\nint a;\n```")).toContain('class="language-c++"');
    expect(toHtml("~~~{.python title=a}\nx\n~~~")).toContain('class="language-python"');
  });

  it("is plain in a language that nobody knows, or in none", () => {
    expect(toHtml("```made-up\n<b>\n```")).toBe(
      '<pre tabindex="0"><code class="language-made-up">&lt;b&gt;\n</code></pre>\n',
    );
    expect(toHtml("    <b>")).toBe('<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>\n');
  });

  it("takes no attack from the line of its fence", () => {
    for (const line of [
      '"><img src=x onerror=alert(1)>',
      'js" onclick=x',
      "a b",
      "__proto__",
      "x&quot;",
    ]) {
      const html = toHtml(`\`\`\`${line}\nx\n\`\`\``);
      expect(html).toMatch(
        /^<pre tabindex="0"><code(?: class="language-[a-z0-9+#-]+")?>x\n<\/code><\/pre>\n$/,
      );
    }
  });

  it("stays plain when it is long or packed, so that it is never slow", () => {
    const long = "let a = 1;\n".repeat(1500);
    expect(toHtml(`\`\`\`js\n${long}\`\`\``)).not.toContain("hljs");
    expect(toHtml(`\`\`\`java\n${"$".repeat(5000)}\n\`\`\``)).not.toContain("hljs");
  });
});
