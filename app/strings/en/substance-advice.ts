/** What a post gives its reader, and what would make it stronger. */
export const substanceAdvice = {
  "substance.reason.source": "It names where this comes from.",
  "substance.reason.reason": "It gives a reason.",
  "substance.reason.concession": "It takes up the other side.",
  "substance.reason.condition": "It says under which condition this holds.",
  "substance.reason.distinction": "It tells two things apart.",
  "substance.reason.definition": "It says what a word means here.",
  "substance.reason.example": "It gives an example or a further point.",
  "substance.reason.firsthand": "It reports something seen or tried first-hand.",
  "substance.reason.question": "It asks something about the claim.",
  "substance.reason.proposal": "It says what could be done.",
  "substance.reason.amount": "It gives a number, a time or an amount.",
  "substance.reason.answer": "It answers the passage that it quotes.",

  "substance.advice.source": "You give a number. Could you say or link where it comes from?",
  "substance.advice.quote":
    "Quote the sentence that you answer, so that everyone sees which claim you mean.",
  "substance.advice.reason": "Say why you think so: one reason is often enough.",
  "substance.advice.example": "One example would make this easier to check.",
  "substance.advice.mind": "Could you say what would change your mind?",
} as const;
