/** /rules: what stands around the rules, which administrators keep. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const rules: Page = {
  title: "Rules",
  body: text`
    This forum takes no side in the debates it hosts. It asks a few things of everybody who writes in them, whatever they say.
  `,
  sections: [
    {
      id: "kept",
      title: "How the rules are kept",
      body: text`
        Whoever meets a passage that breaks a rule can flag it. A moderator looks, and mostly asks its author to write the passage anew: the argument stays. Whatever moderators and administrators do has a reason, and act and reason stand in the [public log](/log), also when a rule is changed. What they decided about you, you can appeal there: another moderator looks again.
      `,
    },
  ],
};
