/** The choice of founding weeks. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { Choices } from "./fields.tsx";
import { type Founding, foundings } from "./founding.ts";

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
