/** A person's picture and name. */
import { markPath } from "../names/mark.ts";

export const personPath = (name: string) => `/people/${encodeURIComponent(name)}`;

export function Mark({ name }: { name: string }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d={markPath(name)} />
    </svg>
  );
}

export function PersonLink({ name }: { name: string }) {
  return (
    <a className="person" href={personPath(name)}>
      <Mark name={name} />
      <bdi>{name}</bdi>
    </a>
  );
}
