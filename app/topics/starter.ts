/** The topics that every new forum begins with; its administrators change them as they like. */
export const starterTopics: { slug: string; name: string; about: string }[] = [
  {
    slug: "open-weights",
    name: "Open weights",
    about:
      "Models whose weights can be downloaded: what is released, and what the word open should mean.",
  },
  {
    slug: "distillation",
    name: "Distillation",
    about: "Training one model on what another one wrote: methods, results, terms and quarrels.",
  },
  {
    slug: "licences",
    name: "Licences",
    about: "What the licence of a model, a data set or a program allows, asks and forbids.",
  },
  {
    slug: "evaluation",
    name: "Evaluation",
    about: "Benchmarks, leaderboards and better ways to find out what a model can do.",
  },
  {
    slug: "safety",
    name: "Safety",
    about: "Misuse, refusals, safeguards, and what changes once the weights are out.",
  },
  {
    slug: "running-at-home",
    name: "Running at home",
    about: "Hardware, quantisation, settings and measured speeds on machines that people own.",
  },
  {
    slug: "data",
    name: "Data",
    about:
      "What models are trained on: where it comes from, who made it, and whether it may be shared.",
  },
  {
    slug: "regulation",
    name: "Regulation",
    about: "Laws, proposals and consultations, and what they would change for open models.",
  },
  {
    slug: "funding",
    name: "Funding",
    about: "Who pays for open models, what they want for it, and what happens when they stop.",
  },
  {
    slug: "reproducibility",
    name: "Reproducibility",
    about: "Whether a result can be had again: recipes, seeds, logs, and reports of trying.",
  },
  {
    slug: "this-forum",
    name: "This forum",
    about: "How this place works: questions, faults and proposals about the forum itself.",
  },
];
