import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { help } from "../pages/help.ts";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { page: await readPage(help), origin: context.forum.origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: help.title, canonical: `${data?.origin}/help` });

export default function Help() {
  return <PageView page={useLoaderData<typeof loader>().page} />;
}
