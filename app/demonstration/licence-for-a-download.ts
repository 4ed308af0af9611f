/** What a licence can ask of somebody who only downloads: a patient thread, with a table. */
import { type DemoThread, text } from "./content.ts";

export const licenceForADownload: DemoThread = {
  by: "Nia",
  day: 5,
  at: "13:05",
  title: "What can a licence ask of somebody who only downloads?",
  topics: ["Licences", "Open weights"],
  url: "https://harbour.example/models/halyard-9b/licence",
  quote:
    "By downloading, copying or using the Materials you accept these terms. You shall not use the Outputs to improve any other language model. You shall delete all copies within thirty days of a request.",
  disclosure:
    "I translate contracts. I am not a lawyer, and the friend I ask for is paying me in soup.",
  body: text`
    A friend runs a library service for blind readers. She wants to download Halyard 9B, run it on a machine in her office, and have it describe diagrams. She will publish nothing but the descriptions.

    I read the licence for her as I read contracts at work, by asking of each sentence: *who promised what to whom, and in return for what?* At “by downloading you accept” I got stuck. She clicked nothing. A mirror gave her the file without showing her the text. So:

    1. Has she agreed to anything?
    2. If she has not, what may she do with the weights anyway?
    3. Does “you shall delete all copies within thirty days of a request” bind her, or only the person who did click?

    I would be grateful for answers which say what kind of answer they are: law, custom, or hope.
  `,
  replies: [
    {
      by: "Ben",
      minutes: 22,
      body: text`
        Law, as far as a non-lawyer who has sat in too many meetings with lawyers can say: a licence and a contract are different animals and this text is both.

        A **licence** is a permission. It needs nobody's agreement: without it you may not copy, with it you may, on its conditions. A **contract** is a promise, and needs two parties who made it. “You shall delete on request” is a promise. If she never made it, the most they can say is that her permission has ended.
      `,
      replies: [
        {
          by: "Nia",
          minutes: 31,
          kind: "question",
          body: "That helps a great deal. And the permission is needed because the weights are protected by copyright?",
          replies: [
            {
              by: "Ben",
              minutes: 38,
              body: "Ah. That is the question on which the whole thing rests, and I have heard three good lawyers give four answers.",
            },
            {
              by: "Ada",
              minutes: 52,
              body: "Custom, not law: everybody *behaves* as if weights were protected. No court that I know of has decided it. A weight file is the result of an automatic process on other people's text; nobody chose any number in it. If it is not a protected work, then no permission is needed, and the licence has only its contract half left.",
              replies: [
                {
                  by: "Ben",
                  minutes: 61,
                  body: "Some places protect a database for the investment in it, whether or not anybody was creative. I would not bet the library's office on “nobody chose any number”.",
                },
                {
                  by: "Nia",
                  minutes: 70,
                  body: text`
                    Let me put what I have heard in a table, and please correct the cells.

                    | | She clicked “I accept” | She got the file from a mirror |
                    |---|---|---|
                    | **Weights are protected** | bound by permission *and* promise | permission only, on its conditions |
                    | **Weights are not protected** | bound by the promise only | bound by nothing in the text |
                  `,
                  replies: [
                    {
                      by: "Ada",
                      minutes: 79,
                      body: "The table is right. I would pin it above half of the licence threads I have read.",
                    },
                    {
                      by: "Ben",
                      minutes: 84,
                      kind: "correction",
                      body: "One cell to amend. Top right: she has the permission only if the mirror was allowed to pass it on. This licence says in section 2 that copies must come “together with these terms”. A mirror that dropped the text broke its own condition. She may still be fine, because most licences of this kind grant directly from the author to each recipient, but it is section 9 that says so, and one should look for it.",
                      replies: [
                        {
                          by: "Nia",
                          minutes: 95,
                          body: "Section 9 it is: “each recipient receives a licence from the Licensor”. Thank you. I will write *permission only, directly from the author (section 9)* in that cell.",
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      by: "Mo",
      minutes: 47,
      body: text`
        Hope, and some experience: nobody will ever come for your friend. I'd still tell her to keep three things in the folder with the weights, because I've needed each of them once:

        - the licence text as it was **on the day of the download**, since pages change
        - the SHA-256 of the files
        - one line on where they came from and when

        Two years ago a model I used was “relicensed”. I could show that my copy came with the old terms, and that ended the conversation.
      `,
      replies: [
        {
          by: "Nia",
          minutes: 58,
          body: "I like this very much. In my trade we call it the bundle. She shall have a `LICENCE-as-received.txt`.",
        },
        {
          by: "Root",
          minutes: 300,
          body: "As a former keeper of parish registers: add a date in full, with the year. “Downloaded Tuesday” is in more archives than you would believe.",
        },
      ],
    },
    {
      by: "Ada",
      minutes: 118,
      body: text`
        About the second sentence of the quotation, “you shall not use the Outputs to improve any other language model”: I helped to choose this licence for Halyard and I am not proud of that sentence. Harbour's sponsor wanted it in return for the machine time. I argued that it cannot reach a blind reader who was sent a description and never heard of us, and that a rule which binds only those who read it punishes reading.

        The sponsor's answer is worth repeating, because it isn't stupid:

        > We know it can't be enforced against a stranger. It's there so that a company with a compliance department can't do it at scale with a clean conscience. Ninety per cent of the money is in companies that have one.
      `,
      replies: [
        {
          by: "Ben",
          minutes: 131,
          body: "That is the honest rationale for most terms of use I have met, ours included.",
        },
        {
          by: "Nia",
          minutes: 140,
          body: text`
            Then it is a notice to companies, written in the grammar of a command to everybody. I can translate that for my friend: it is not addressed to her, although it says “you”.

            Is there harm in saying so plainly in the licence? “This section is meant for …”
          `,
          replies: [
            {
              by: "Ada",
              minutes: 155,
              body: "I proposed exactly that for version 2. The reply was that a court might read it as permission for everybody else. Which would be *true*, so I still don't see the harm.",
            },
          ],
        },
      ],
    },
    {
      by: "Nia",
      minutes: 1490,
      body: text`
        A report back, for whoever finds this thread with the same question. My friend is going ahead. She keeps the bundle, she publishes descriptions under her own name, and she wrote to Harbour to say what she is doing. They answered in a day: “Please do, and tell us which diagrams it gets wrong.”

        My three questions, as I would answer them today. 1: no, she agreed to nothing (law, fairly sure). 2: what section 9 permits, and nobody knows what if weights are not protected (law, unsettled). 3: the request could end her permission and could not make her break a promise she never gave (law, as Ben explained it; I found nothing against it).
      `,
    },
  ],
};
