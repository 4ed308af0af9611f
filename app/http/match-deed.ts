/** Which route's deed a form is sent to, found without Remix. */

interface Route {
  path?: string | undefined;
  module: object;
}

export interface Deed<Match> {
  route: Match;
  params: Record<string, string>;
}

/** Finds the route of a path and what stands at its named places, among routes of fixed and named places that begin with a fixed one; null where none of those takes it, and where it is written in an unusual way. All others must take only paths with a dot, or what no other route takes: a test holds the site map to that. */
export function matchDeed<Match extends Route>(
  routes: Iterable<Match>,
): (pathname: string) => Deed<Match> | null {
  const known = new Map<string, { route: Match; parts: string[] }[]>();
  for (const route of routes) {
    if (!/^[\w-]+(?:\/:?[\w-]+)*$/.test(route.path ?? "")) continue;
    const parts = route.path!.split("/");
    const shape = shapeOf(parts);
    // Of two that take the same, the one of more fixed places is looked at first.
    const alike = [...(known.get(shape) ?? []), { route, parts }];
    known.set(
      shape,
      alike.sort((one, other) => fixedIn(other.parts) - fixedIn(one.parts)),
    );
  }
  return (pathname) => {
    if (!isPlain.test(pathname)) return null;
    const asked = pathname.slice(1).split("/");
    const found = known.get(shapeOf(asked))?.find(({ parts }) => takes(parts, asked));
    return found ? { route: found.route, params: paramsOf(found.parts, asked) } : null;
  };
}

/** Remix takes capitals and escaped letters for what they stand for, and dots as the ends of names. */
const isPlain = /^(?:\/[a-z0-9-]+)+$/;

const isNamed = (part: string) => part.startsWith(":");

const shapeOf = (parts: readonly string[]) => `${parts[0]} ${parts.length}`;

const fixedIn = (parts: readonly string[]) => parts.filter((part) => !isNamed(part)).length;

const takes = (parts: readonly string[], asked: readonly string[]) =>
  parts.every((part, place) => isNamed(part) || part === asked[place]);

const paramsOf = (parts: readonly string[], asked: readonly string[]) =>
  Object.fromEntries(
    parts.flatMap((part, place) => (isNamed(part) ? [[part.slice(1), asked[place]!]] : [])),
  );
