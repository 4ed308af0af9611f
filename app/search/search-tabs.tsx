/** The orders of what was found, as links. */
import { say } from "../strings/say.ts";
import { searchOrders, searchPath } from "./search-path.ts";
import type { SearchOrder } from "./search-posts.server.ts";

export function SearchTabs({ asked, order }: { asked: string; order: SearchOrder }) {
  return (
    <nav className="tabs" aria-label={say("search.orders")}>
      {searchOrders.map((name) => (
        <a
          key={name}
          href={searchPath(asked, name, null)}
          aria-current={name === order ? "page" : undefined}
        >
          {say(`search.order.${name}`)}
        </a>
      ))}
    </nav>
  );
}
