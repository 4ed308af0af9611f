/** A table that scrolls by itself where it is wider than the page, by keyboard too. */
import type { ReactNode } from "react";

export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className="table"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
    >
      <table>{children}</table>
    </section>
  );
}
