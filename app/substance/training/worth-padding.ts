/** Empty words of many kinds, put behind texts of our own: what they add is nothing, and the weights shall learn so. */
const words =
  `very so much more just quite almost even still again perhaps also then now here there too rather fairly
somewhat certainly surely naturally frankly seriously absolutely completely entirely obviously clearly simply generally
mostly overall altogether ultimately eventually meanwhile moreover furthermore besides anyhow somehow ever always
never maybe sure right fine true indeed thing things stuff matter way kind sort bit lot like as such and or but of
to the a it that this what which`.split(/\s+/);

const openings = [
  "When one thinks about it,",
  "In the end,",
  "As everybody knows,",
  "All things considered,",
  "To make a long story short,",
  "In this day and age,",
  "From my point of view,",
  "Generally speaking,",
  "As we have seen many times,",
  "It should be said that",
  "It has to be mentioned that",
  "One must not forget that",
  "There is no denying that",
  "It is interesting that",
  "It is essential to understand that",
  "Without going into details,",
  "These days,",
  "In modern times,",
  "Nowadays more than ever,",
  "To put it in other words,",
  "As is well known,",
  "Be that as it may,",
  "First and foremost,",
  "On a general note,",
  "Broadly speaking,",
  "Looking at the big picture,",
];

const bodies = [
  "there is a great deal to be said about all of this",
  "things are the way they are",
  "this is a topic with many different sides",
  "it matters to a lot of people in a lot of ways",
  "everything has its good sides and its bad sides",
  "we live in a complex and changing world",
  "this plays an important role in many areas of life",
  "people have their own opinions on these matters",
  "there is always more than one way to look at something",
  "such questions have been discussed for a long time",
  "it is something that concerns all of us",
  "a number of factors have to be taken into account",
  "time will tell what comes of it",
  "we should keep talking about these important issues",
  "the subject is as relevant today as it ever was",
  "many aspects deserve careful attention",
  "what will be will be",
  "some will see it one way and some another",
  "this is a very significant and multifaceted subject",
  "only the future can show where this leads",
  "the discussion around it is both fascinating and complex",
  "numerous elements come into play",
  "one should look at the matter from every angle",
  "there are arguments for and arguments against",
  "it affects people from all walks of life",
  "this raises a lot of interesting points",
  "we all have something to say about such things",
  "it is a part of our everyday life",
  "nothing is ever black and white",
  "there are no easy answers to questions like these",
  "everyone will have to decide for themselves",
  "the world would be a different place without it",
  "the importance of this cannot be overstated",
  "opinions on the matter vary from person to person",
  "it has been with us for as long as we can remember",
  "this has a deep impact on all areas of society",
  "it is worth thinking about it some more",
  "such is the nature of things",
  "I could go on and on about it",
  "that is just how I feel about the whole thing",
  "some things never change and others do",
  "a balance has to be found between the different interests",
  "there is certainly some truth in it",
];

const syllables =
  `ta ri mon sel ver qui dol bar en tus pre lor cam ni fex or ga lu sti ad per ma con du re vi no sa`.split(
    " ",
  );

type Draw = () => number;
const one = <T>(list: readonly T[], draw: Draw): T => list[Math.floor(draw() * list.length)]!;
const many = (count: number, make: () => string) => Array.from({ length: count }, make).join(" ");

function gibberish(draw: Draw): string {
  const word = () =>
    many(1 + Math.floor(draw() * 4), () => one(syllables, draw)).replaceAll(" ", "");
  return `${many(8 + Math.floor(draw() * 40), word)}.`;
}

function sentence(draw: Draw): string {
  const body = one(bodies, draw);
  const text = draw() < 0.6 ? `${one(openings, draw)} ${body}` : body;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Some 10 to 200 empty words. */
export function padding(draw: Draw): string {
  const kind = draw();
  if (kind < 0.3) return `${many(10 + Math.floor(draw() * 190), () => one(words, draw))}.`;
  if (kind < 0.4) {
    const few = Array.from({ length: 1 + Math.floor(draw() * 5) }, () => one(words, draw)).join(
      " ",
    );
    return many(5 + Math.floor(draw() * 40), () => few);
  }
  if (kind < 0.55) return gibberish(draw);
  return many(1 + Math.floor(draw() * 16), () => sentence(draw));
}
