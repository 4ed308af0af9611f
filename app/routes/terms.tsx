import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { terms } from "../pages/terms.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { page: await readPage(terms), origin: context.forum.origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: terms.title, canonical: `${data?.origin}/terms` });

export default function Terms() {
  return <PageView page={useLoaderData<typeof loader>().page} />;
}
