/** The rules that every new forum begins with; its administrators change them as they like. */
import { text } from "../pages/text.ts";

/** By its slug a reason for flags knows the rule that it appeals to. */
export const starterRules: { slug: string; title: string; body: string }[] = [
  {
    slug: "argument",
    title: "Attack the argument, not the person",
    body: text`
      Say what is wrong with the sentence. Leave its author out of it.

      *Why:* an insult answers nothing, and it drives away the people who could.
    `,
  },
  {
    slug: "motive",
    title: "Guess at nobody's motive or employer; say your own interest",
    body: text`
      Who somebody is, who pays them and why they say it is theirs to tell. If you work for, are paid by or compete with what a thread is about, say so once.

      *Why:* a guess cannot be answered, and can cost somebody their work. An interest that is stated costs nothing.
    `,
  },
  {
    slug: "strongest",
    title: "Answer the strongest form of what was said",
    body: text`
      If a sentence can be read in two ways, answer the better one. If you are not sure that it was meant, ask.

      *Why:* beating the weak form convinces nobody who holds the strong one.
    `,
  },
  {
    slug: "source",
    title: "Bring a source, or say that you have none",
    body: text`
      Link to what you read, or give the numbers and how you got them. “I think so, without having looked” is welcome too.

      *Why:* readers can check a source, and can weigh a guess that says it is one.
    `,
  },
  {
    slug: "models",
    title: "Label what a model wrote",
    body: text`
      Put text that a model made in a block of its own, name the model, and say in your own words which part of it you stand behind.

      *Why:* people come here to argue with people, and want to know who can answer for a sentence.
    `,
  },
  {
    slug: "harm",
    title: "Threaten nobody, publish nobody's private data, nothing illegal",
    body: text`
      No threats, not in jest. No addresses, numbers or names that their owner has not made public. Nothing that may not be published.

      *Why:* this does harm outside of the debate, and what is out cannot be called back.
    `,
  },
  {
    slug: "place",
    title: "Sell nothing in disguise, and stay with the thread's question",
    body: text`
      What you made or sell may be named where it answers the question, once, and as yours. What belongs to another question begins a thread of its own.

      *Why:* whoever opens a thread came for its question.
    `,
  },
];
