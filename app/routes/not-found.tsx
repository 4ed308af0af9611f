import { data } from "@remix-run/node";

/** Any address that no other route has, read or written to. */
export function loader() {
  throw data({ said: null }, { status: 404 });
}

export function action() {
  throw data({ said: null }, { status: 404 });
}

export default function NotFound() {
  return null;
}
