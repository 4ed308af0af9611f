/** A form's deed is done before Remix, which makes every request three times before it calls one: most deeds are answered by an address to go on to, for which no page is needed. Whatever refuses a request, for its origin, its size or its method, stands before, in `handle-request.server.ts`. */
import type { ActionFunction, ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import type { AnswerPage } from "./handle-request.server.ts";
import { matchDeed } from "./match-deed.ts";

interface Route {
  path?: string;
  module: { action?: ActionFunction };
}

interface Built {
  routes: Record<string, Route | undefined>;
}

/** What came of a deed. */
type Outcome = { answer: unknown } | { thrown: unknown };

/** Answers by `pagesOf` a build; but what is sent to a deed is answered by its redirect, where it answers with one, and otherwise by the page of what came of it, which is not done again. */
export function doFirst<Build extends Built>(
  build: Build,
  pagesOf: (build: Build) => AnswerPage,
): AnswerPage {
  const outcomes = new WeakMap<AppLoadContext, Outcome>();
  const routes = Object.values(build.routes).flatMap((route) => route ?? []);
  const find = matchDeed(routes);
  const answerPage = pagesOf(withOutcomes(build, outcomes));
  return async (request, context) => {
    const { pathname, search } = new URL(request.url);
    const found = request.method === "POST" && search === "" ? find(pathname) : null;
    const action = found?.route.module.action;
    if (!action) return answerPage(request, context);
    const outcome = await outcomeOf(action, { request, params: found.params, context });
    const redirect = redirectOf(outcome);
    if (redirect) return redirect;
    outcomes.set(context, outcome);
    const { url, method, headers, signal } = request;
    return answerPage(new Request(url, { method, headers, signal }), context);
  };
}

const outcomeOf = async (action: ActionFunction, args: ActionFunctionArgs): Promise<Outcome> => {
  try {
    return { answer: await action(args) };
  } catch (thrown) {
    return { thrown };
  }
};

/** The answer that leads on to a path of the forum, as Remix would send it; null for any other. */
function redirectOf(outcome: Outcome): Response | null {
  const told = "thrown" in outcome ? outcome.thrown : outcome.answer;
  if (!(told instanceof Response) || told.status < 300 || told.status > 399) return null;
  return /^\/(?!\/)/.test(told.headers.get("Location") ?? "") ? told : null;
}

/** The build with actions that answer what came of a deed where it was done. */
function withOutcomes<Build extends Built>(
  build: Build,
  outcomes: WeakMap<AppLoadContext, Outcome>,
): Build {
  const told = (action: ActionFunction) => (args: ActionFunctionArgs) => {
    const outcome = outcomes.get(args.context);
    if (!outcome) return action(args);
    if ("thrown" in outcome) throw outcome.thrown;
    return outcome.answer;
  };
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action;
    return [id, action ? { ...route, module: { ...route.module, action: told(action) } } : route];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}
