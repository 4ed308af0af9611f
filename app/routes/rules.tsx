import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { rules } from "../pages/rules.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { page: await readPage(rules), origin: context.forum.origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: rules.title, canonical: `${data?.origin}/rules` });

export default function Rules() {
  return <PageView page={useLoaderData<typeof loader>().page} />;
}
