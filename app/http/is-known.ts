/** Whether a client that has `mark` in an If-None-Match, alone or among others, strong or weak, has what is asked for; `*` is known whatever it is. */
export const isKnown = (mark: string, condition: string | null | undefined): boolean =>
  (condition ?? "").split(",").some((each) => {
    const named = each.trim().replace(/^W\//, "");
    return named === "*" || named === `"${mark}"`;
  });
