/** The pages by what their addresses begin with: Remix looks through every route that it knows several times for each request. */

interface Routed {
  routes: Record<string, { id: string; parentId?: string; path?: string } | undefined>;
  assets: { routes: Record<string, unknown> };
}

/** Answers for the path of a request the handler of the part of a build that can match it, which is made when it is first asked for; of a path that is written in an unusual way, that of the whole. */
export function inParts<Build extends Routed, Handler>(
  build: Build,
  handlerOf: (build: Build) => Handler,
): (pathname: string) => Handler {
  const starts = new Set(
    Object.values(build.routes).flatMap((route) =>
      isOpen(route?.path) ? [] : startOf(route!.path!),
    ),
  );
  const handlers = new Map<string, Handler>();
  const take = (start: string) => {
    const handler =
      handlers.get(start) ?? handlerOf(start === WHOLE ? build : partOf(build, start));
    handlers.set(start, handler);
    return handler;
  };
  return (pathname) => {
    const [, first = ""] = pathname.split("/", 2);
    const start = [first, first.replace(/\.data$/, "")].find((each) => starts.has(each));
    return take(start ?? (isPlain(pathname) ? "" : WHOLE));
  };
}

const WHOLE = "/";

/** Of other paths routes may take capitals and escaped letters for what they stand for. */
const isPlain = (pathname: string) => /^\/(?:$|[a-z0-9.-]+(?:\/|$))/.test(pathname);

const startOf = (path: string) => path.split("/", 1)[0]!;

/** Whether a path can begin with anything. */
const isOpen = (path = "") => path === "" || /^[:*]/.test(path);

function partOf<Build extends Routed>(build: Build, start: string): Build {
  const ids = Object.values(build.routes).flatMap((route) =>
    route && (isOpen(route.path) || startOf(route.path!) === start) ? route.id : [],
  );
  const only = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(ids.map((id) => [id, all[id]!]));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
