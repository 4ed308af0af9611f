/** The rules, and the pages by which administrators change them. */
export const rules = {
  "rules.numbered": "{number}. {title}",
  "rules.flags": "Flags that mean this rule: {reasons}",
  "rules.not-found": "There is no such rule, or it was retired. The log says when and why.",
  "rules.title.missing": "Give the rule a title: one sentence that says what to do.",
  "rules.title.long": "A title has {most} letters at most.",
  "rules.body.missing": "Say what the rule means, and why there is one.",
  "rules.body.long": "A rule has {most} letters at most; longer ones are not read.",
  "rules.position.wrong": "The number is 1 or more; beyond the last one it becomes the last.",
  "rules.meanwhile":
    "Somebody changed this rule while you wrote, so nothing was saved. What it says now stands here; your text is kept in the form. Put both together, then save again.",
  "rules.meanwhile.retire":
    "Somebody changed this rule after you opened this page, so it was not retired. What it says now stands here. If it should go nevertheless, press again.",
  "rules.now": "What the rule says now",
  "rules.too-many":
    "There are {most} rules, more than anybody keeps in mind. Retire one, or put two together.",
  "rules.admin.title": "Rules",
  "rules.admin.lead":
    "What is asked of everybody who writes here. Each change stands in the public log with its reason and what the rule said before.",
  "rules.admin.change": "Change",
  "rules.admin.change-of": " rule {number}",
  "rules.admin.retire": "Retire",
  "rules.admin.retire-of": " rule {number}",
  "rules.admin.add": "Add a rule",
  "rules.admin.field.title": "What it asks, in one sentence",
  "rules.admin.field.body": "What it means, and why",
  "rules.admin.field.body.hint": "Markdown; {most} letters at most.",
  "rules.admin.field.position": "Its number",
  "rules.admin.added": "The rule is added.",
  "rules.admin.changed": "The rule is changed.",
  "rules.admin.retired": "The rule is retired.",
  "rules.admin.change.title": "Change rule {number}",
  "rules.admin.retire.title": "Retire rule {number}",
  "rules.admin.retire.lead":
    "“{title}” is listed no more, and no new flag means it. What was decided by it stays decided and still names it.",
  "rules.admin.retired-ones": "Retired rules",
  "rules.admin.return": "Bring back",
  "rules.admin.return-of": ": {title}",
  "rules.admin.return.title": "Bring a rule back",
  "rules.admin.return.lead":
    "“{title}” holds again from then on, as the last in the list; its number can be changed after that.",
  "rules.admin.returned": "The rule is back.",
} as const;
