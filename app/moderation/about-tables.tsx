/** Every act and every state, as tables, from the pages of the program that decide them. */
import type { CaseState, PostState } from "#db/schema.ts";
import { say } from "../strings/say.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { type ActionKind, actionKinds, actions } from "./actions.ts";
import { type CaseEvent, caseEvents, deadlines, drawn, isAway, isFolded } from "./states.ts";

const labelOf = (kind: ActionKind) => say(`log.kind.${actions[kind].event as "post-removed"}`);

/** Who does each act, on what, how it is undone, and whether it can be appealed. */
export function ActionsTable() {
  return (
    <WideTable label={say("about.acts")}>
      <thead>
        <tr>
          <th scope="col">{say("about.act")}</th>
          <th scope="col">{say("about.by")}</th>
          <th scope="col">{say("about.told")}</th>
          <th scope="col">{say("about.undo")}</th>
          <th scope="col">{say("about.appeal")}</th>
        </tr>
      </thead>
      <tbody>
        {actionKinds.map((kind) => (
          <ActionRow key={kind} kind={kind} />
        ))}
      </tbody>
    </WideTable>
  );
}

function ActionRow({ kind }: { kind: ActionKind }) {
  const { on, by, undo, told, isAppealable } = actions[kind];
  return (
    <tr>
      <th scope="row">{labelOf(kind)}</th>
      <td>{by.map((office) => say(`log.office.short.${office}`)).join(", ")}</td>
      <td>
        {say(`about.told.${on === "thread" ? "thread" : told === "always" ? "person" : "changed"}`)}
      </td>
      <td>{undo === null ? "–" : labelOf(undo)}</td>
      <td>{say(isAppealable ? "about.yes" : "about.no")}</td>
    </tr>
  );
}

const HOUR = 3600;

/** Where a case goes from each state, and when by itself. */
export function StatesTable() {
  const states = Object.keys(drawn) as CaseState[];
  return (
    <WideTable label={say("about.states")}>
      <thead>
        <tr>
          <th scope="col">{say("about.state")}</th>
          <th scope="col">{say("about.shown")}</th>
          <th scope="col">{say("about.next")}</th>
          <th scope="col">{say("about.time")}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <tr key={state}>
            <th scope="row">{say(`about.state.${state}`)}</th>
            <td>{say(`about.shown.${shownAs(state)}`)}</td>
            <td>{nextOf(state)}</td>
            <td>{timeOf(state)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function shownAs(state: CaseState): "whole" | "folded" | "away" | "without" | "same" {
  if (state === "appealed") return "same";
  if (state === "redacted") return "without";
  if (isAway(state as PostState)) return "away";
  return isFolded(state as PostState) ? "folded" : "whole";
}

function nextOf(state: CaseState): string {
  const steps = caseEvents.flatMap((event: CaseEvent) => {
    const to = drawn[state][event];
    if (!to) return [];
    const then = to === "former" ? say("about.former") : say(`about.state.${to}`);
    return say("about.step", { event: say(`about.event.${event}`), then });
  });
  return steps.length === 0 ? "–" : steps.join("; ");
}

function timeOf(state: CaseState): string {
  const seconds = deadlines[state];
  return seconds === undefined ? "–" : say("about.hours", { hours: seconds / HOUR });
}
