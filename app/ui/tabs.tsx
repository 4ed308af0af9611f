/** The orders of a list, as links; the first is the address without a query. */
export interface Tab {
  name: string;
  label: string;
}

export function Tabs({
  label,
  tabs,
  current,
  path,
  fragment = "",
}: {
  label: string;
  tabs: Tab[];
  current: string;
  path: string;
  fragment?: string;
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab, index) => (
        <a
          key={tab.name}
          href={(index === 0 ? path : `${path}?order=${tab.name}`) + fragment}
          aria-current={tab.name === current ? "page" : undefined}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
