/** What an open page is told as it happens. */
export const live = {
  "live.replies": "{count, plural, one {1 new reply} other {{told} new replies}}",
  "live.most": "{most}+",
  "live.wrong": "This address tells open pages of the forum what is new. It is no page itself.",
} as const;
