/** Topics of a large forum, besides those that a new one begins with. */
import { topicSlug } from "../topics/topic.ts";

const names =
  `Quantization|Tokenizers|Model cards|Merging|Fine-tuning|Long context|Agents|Tool use|Code models|Speech
  |Vision|Small models|Phones|Training runs|Energy|Watermarks|Contamination|Leaderboards|Red-teaming|Refusals
  |Interpretability|Data licences|Provenance|Synthetic data|Small languages|Teaching|Research ethics|Release policies
  |Standards|Hosting`
    .split("|")
    .map((name) => name.trim());

export const moreTopics = names.map((name) => ({
  name,
  slug: topicSlug(name),
  about: `Questions, results and quarrels about ${name.charAt(0).toLowerCase()}${name.slice(1)}.`,
}));
