import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { about } from "../pages/about.ts";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { page: await readPage(about), origin: context.forum.origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: about.title, canonical: `${data?.origin}/about` });

export default function About() {
  return <PageView page={useLoaderData<typeof loader>().page} />;
}
