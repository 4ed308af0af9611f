/** What is easy to guess in a password: repeats, paths over the keyboard, and the words that most people take. */

/** Paths of fingers and of counting; four steps along one of them, either way, are easy to guess. */
const paths =
  `abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm
  azertyuiop qsdfghjklm wxcvbn 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik qazwsxedcrfvtgbyhnujmik
  1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0 aqwzsxedcrfv !@#$%^&*() !"§$%&/()=`
    .split(/\s+/)
    .flatMap((path) => [path, [...path].reverse().join("")]);
const STEPS_MIN = 4;

/** What the most common long passwords are put together from; the last row is what this forum talks about. */
const words = `password passwort passwd passphrase motdepasse contrasena senha secret geheim letmein
  welcome willkommen login signin access changeme default master admin administrator
  iloveyou loveyou forever princess sunshine football baseball basketball superman
  batman starwars pokemon minecraft dragon monkey shadow michael jordan jessica
  charlie daniel ashley thomas whatever trustno freedom hello computer internet
  qwerty azerty qwertz asdf test demo guest user google facebook samsung
  summer winter spring autumn january february monday friday correcthorsebatterystaple
  steelman forum openweights opensource openai chatgpt`
  .split(/\s+/)
  .sort((one, other) => other.length - one.length);

/** How many characters are left when repeats, paths and common words count as one each. */
export function substanceOf(password: string, name = ""): number {
  const lower = password.toLowerCase();
  return Math.min(countSteps(lower, name), countSteps(unleet(lower), name));
}

const unleet = (text: string) =>
  text.replace(/[@4031!5$7]/g, (sign) => "aaoeiisst"["@4031!5$7".indexOf(sign)] ?? sign);

function countSteps(typed: string, name: string): number {
  const text = typed.replace(/[\s._-]+/g, "");
  const easyWords = name ? [name.toLowerCase(), ...words] : words;
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    at += Math.max(1, wordAt(text, at, easyWords), pathAt(text, at), repeatAt(text, at));
  }
  return count;
}

/** How far the text goes on repeating what stands before. */
function repeatAt(text: string, at: number): number {
  let longest = 0;
  for (let unit = 1; unit <= at; unit += 1) {
    let length = 0;
    while (at + length < text.length && text[at + length] === text[at + length - unit]) length += 1;
    if (length >= Math.max(2, unit)) longest = Math.max(longest, length);
  }
  return longest;
}

const wordAt = (text: string, at: number, easyWords: string[]) =>
  easyWords.find((word) => text.startsWith(word, at))?.length ?? 0;

function pathAt(text: string, at: number): number {
  let longest = 0;
  for (const path of paths) {
    for (let from = path.indexOf(text[at]!); from >= 0; from = path.indexOf(text[at]!, from + 1)) {
      let steps = 1;
      while (steps < path.length - from && text[at + steps] === path[from + steps]) steps += 1;
      longest = Math.max(longest, steps);
    }
  }
  return longest >= STEPS_MIN ? longest : 0;
}
