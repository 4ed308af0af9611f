/** Two hundred empty words of several kinds; other words than those which the weights were taught with. */
const to200 = (text: string) =>
  Array.from({ length: 200 }, () => text)
    .join(" ")
    .split(" ")
    .slice(0, 200)
    .join(" ");

export const paddings: Readonly<Record<string, string>> = {
  "single words": to200(
    "really very just quite so much indeed well you know i mean basically actually like literally totally anyway",
  ),
  "empty sentences": to200(
    "It is what it is. At the end of the day we all know what we know. I just want to say that this is something. Well, anyway, there you go.",
  ),
  "sober emptiness": to200(
    "In today's world it is important to note that there are many things to consider. Various aspects play a role in this. It is worth mentioning that opinions differ. Needless to say, this topic is very interesting and relevant to everyone.",
  ),
  "one word": to200("blah"),
  "mock Latin": to200(
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
  ),
};
