import { say } from "../strings/say.ts";

/** In the place of a page of a list that begins behind its last row: that nothing follows, and the way back to the first page. */
export const EndOfList = ({ says, first }: { says: string; first: string }) => (
  <p className="gone">
    {says}{" "}
    <a rel="first" href={first}>
      {say("list.first")}
    </a>
  </p>
);
