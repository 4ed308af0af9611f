/** Says, where it is so, that the circuit breaker has tripped. */
import { say } from "../strings/say.ts";

export const BreakerNote = ({ isTripped }: { isTripped: boolean }) =>
  isTripped ? (
    <p className="box" role="note">
      {say("log.breaker")}
    </p>
  ) : null;
