/** The choice of founding weeks, and how far the chosen ones are. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { inWords } from "../ui/time.tsx";
import { Choices } from "./fields.tsx";
import { FIRST_ACCOUNTS, type Founding, foundings } from "./founding.ts";
import type { FoundingCourse as Course } from "./read-founding.server.ts";

export function FoundingChoices({
  chosen,
  handedBack,
}: {
  chosen: Founding;
  handedBack: HandedBack | undefined;
}) {
  return (
    <Choices
      name="founding"
      legend={say("administration.founding.choose")}
      chosen={chosen}
      choices={foundings.map((value) => ({
        value,
        label: say(`administration.founding.${value}`),
        text: say(`administration.founding.${value}.text`),
      }))}
      handedBack={handedBack}
    />
  );
}

interface FoundingCourseProps {
  founding: Founding;
  /** Epoch seconds, as all times. */
  chosenAt: number;
  course: Course;
  endsAt: number;
  /** How many have joined by themselves, up to thirty. */
  accounts: number;
}

export function FoundingCourse({
  founding,
  chosenAt,
  course,
  endsAt,
  accounts,
}: FoundingCourseProps) {
  if (founding === "off" || course === "off") return null;
  const ends = { day: inWords(endsAt), accounts, most: FIRST_ACCOUNTS };
  return (
    <p className="box prose">
      {say("administration.founding.since", { day: inWords(chosenAt) })}{" "}
      {say(`administration.founding.${founding}.${course}`, ends)}
    </p>
  );
}
