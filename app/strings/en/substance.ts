/** Why a passage may read as an insult. */
export const substance = {
  "substance.reason.group": "This speaks of people as less for the group that they belong to.",
  "substance.reason.dehumanises": "This likens people to animals, pests or things.",
  "substance.reason.motive": "This guesses at motives instead of answering the point.",
  "substance.reason.name": "This calls somebody a name.",
  "substance.reason.demeans": "This says that somebody is stupid, bad or worth nothing.",
  "substance.reason.curse": "This swears at somebody.",
  "substance.reason.threat": "This wishes somebody harm.",
  "substance.reason.belittles": "This talks down to somebody.",
  "substance.reason.person": "This is about a person, not about what was said.",
} as const;
