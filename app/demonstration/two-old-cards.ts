/** Running a model on two old cards: commands, a configuration and measured speeds. */
import { type DemoThread, text } from "./content.ts";

export const twoOldCards: DemoThread = {
  by: "Mo",
  day: 3,
  at: "19:40",
  title: "Halyard 9B on two second-hand cards: what I get, what it costs, where it falls over",
  topics: ["Running at home", "Reproducibility"],
  norms: "Say what you ran it on. A speed without a machine is a rumour.",
  body: text`
    Cupboard report. Two used 12 GB cards, 2019 vintage, bought for the price of one new tyre each. Runner is \`skiff\` 0.14, quantisation 5 bits unless I say otherwise, context 8,192, one user, prompt of 900 tokens, answer of 400. Five runs each, middle one shown.

    | setup | tokens/s, prompt | tokens/s, answer | watts at the wall |
    |---|---:|---:|---:|
    | one card, 5 bit | 610 | 31 | 190 |
    | two cards, 5 bit, split by layer | 640 | 29 | 255 |
    | two cards, 8 bit, split by layer | 520 | 22 | 270 |
    | CPU only (8 old cores), 5 bit | 28 | 4.1 | 120 |

    So the second card makes it **slower**, and buys memory: 8 bits, or 32k of context. That surprised me until I watched the cards take turns.

    How I start it:

    \`\`\`sh
    skiff serve halyard-9b-q5.skf \\
      --context 8192 \\
      --split layer --cards 0,1 \\
      --listen 127.0.0.1:8090
    \`\`\`

    Electricity here is 0.31 a kWh. At 255 W an evening of four hours is about 0.32. The kettle costs me more.

    What do others see? Best of all on *worse* hardware than mine.
  `,
  replies: [
    {
      by: "Ada",
      minutes: 35,
      kind: "tried",
      body: text`
        On a laptop, three years old, 16 GB, no card worth the name. \`skiff\` 0.14, 4 bit:

        \`\`\`
        prompt   41 tokens/s
        answer    5.6 tokens/s
        \`\`\`

        Readable, if you read slowly. It is how I show students that nothing magical happens in a data centre.
      `,
      replies: [
        {
          by: "Mo",
          minutes: 44,
          kind: "question",
          body: "4 bit on a 9B model, does it still do your fractions exercises? Mine begins to lose carries below 5.",
          replies: [
            {
              by: "Ada",
              minutes: 61,
              body: "Out of 200 exercises: 163 right at 8 bit, 161 at 5, 148 at 4. Below 5 it loses carries here too. The drop from 8 to 5 is within the noise (a fair coin would give you two either way), the one to 4 isn't.",
              replies: [
                {
                  by: "Mo",
                  minutes: 70,
                  body: "Good, that matches. I'll stop telling people that 4 is “basically free”.",
                },
              ],
            },
          ],
        },
      ],
    },
    {
      by: "Nia",
      minutes: 52,
      kind: "question",
      body: "What does “split by layer” do, in a sentence for somebody who owns a laptop and a dictionary?",
      replies: [
        {
          by: "Mo",
          minutes: 58,
          body: "The model is a stack of 40 floors. Card one has floors 1 to 20, card two has 21 to 40. Every word has to walk up all 40, so while it's on the upper floors the lower card has nothing to do. You get a taller building that way, and no faster lift.",
          replies: [
            {
              by: "Nia",
              minutes: 64,
              body: "That is the best sentence I have read this week, and I read contracts.",
            },
          ],
        },
      ],
    },
    {
      by: "Ben",
      minutes: 88,
      kind: "tried",
      body: text`
        One card of the same vintage (I am allowed hobbies). With the default settings I got 24, where you have 31. The difference was one line:

        \`\`\`toml
        # skiff.toml
        [serve]
        context = 8192
        batch = 512          # the default of 128 starves the card on long prompts
        cache = "8bit"       # halves the memory of the context
        threads = 6          # number of real cores; with 12 it got slower

        [serve.sampling]
        temperature = 0.6
        seed = 7
        \`\`\`

        With \`batch = 512\`: prompt 380 → 605, answer 24 → 30.5. So your table and mine agree within 2 %, which is nicer than most published ones.
      `,
      replies: [
        {
          by: "Mo",
          minutes: 95,
          body: "Ha, I had 512 set and forgot to say so. Added to my notes. That's exactly the kind of thing that makes a table useless to others.",
        },
        {
          by: "Ada",
          minutes: 120,
          body: text`
            Careful with \`cache = "8bit"\` on long contexts. At 8k I can't see a difference. At 32k it lost the second of two facts in 9 of 50 tries, against 3 of 50 with the full cache. Small numbers, so treat it as a warning.
          `,
        },
      ],
    },
    {
      by: "Root",
      minutes: 770,
      kind: "tried",
      body: text`
        On the forum's own spare machine, 4 cores, no card, 5 bit, for the sake of completeness: 2.2 tokens a second. It took 3 minutes to tell me that it was glad to help.

        For those who want to measure alike, here is the script I used. It asks five times and prints the median.

        \`\`\`python
        import json
        import statistics
        import time
        import urllib.request

        prompt = "Explain a heat pump to a child. " * 90

        def once() -> float:
            body = json.dumps({"prompt": prompt, "tokens": 400, "seed": 7}).encode()
            request = urllib.request.Request("http://halyard.example:8090/complete", body)
            began = time.monotonic()
            with urllib.request.urlopen(request) as answer:
                made = json.load(answer)["tokens_made"]
            return made / (time.monotonic() - began)

        print(f"{statistics.median(once() for _ in range(5)):.1f} tokens/s")
        \`\`\`
      `,
      replies: [
        {
          by: "Ben",
          minutes: 800,
          kind: "correction",
          body: "`began` is taken before the prompt is read, so on a slow machine this measures prompt and answer together. With 900 tokens of prompt at 28 a second, half a minute of your time is reading. Either ask with an empty prompt, or take the time of the first token.",
          replies: [
            {
              by: "Root",
              minutes: 823,
              body: "You are right. With the first token as the start it is 2.9 a second. I leave the script as it was, since your correction is about it, and keep a better one at <https://skiff.example/measure>.",
            },
          ],
        },
      ],
    },
    {
      by: "Mo",
      minutes: 1580,
      kind: "tried",
      body: text`
        Where it falls over, as promised. After about 26,000 tokens in one conversation the upper card runs out of memory and \`skiff\` dies without a word. This keeps it alive, at the price of forgetting the middle:

        \`\`\`diff
         [serve]
        -context = 32768
        +context = 24576
        +when_full = "keep_ends"
        \`\`\`
      `,
    },
  ],
};
