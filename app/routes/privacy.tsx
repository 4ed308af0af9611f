import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageView } from "../pages/page-view.tsx";
import { privacy } from "../pages/privacy.ts";
import { readPage } from "../pages/read-page.server.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { page: await readPage(privacy), origin: context.forum.origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: privacy.title, canonical: `${data?.origin}/privacy` });

export default function Privacy() {
  return <PageView page={useLoaderData<typeof loader>().page} />;
}
