/** A page of the forum about itself. */
import type { ReactNode } from "react";
import { Html } from "../ui/html.tsx";
import type { RenderedPage } from "./read-page.server.ts";

interface PageViewProps {
  page: RenderedPage;
  /** First and last sections that are no texts of the program. */
  begins?: Section[];
  ends?: Section[];
}

interface Section {
  id: string;
  title: string;
  content: ReactNode;
}

export function PageView({ page, begins = [], ends = [] }: PageViewProps) {
  const links = [...begins, ...page.sections, ...ends];
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{page.title}</h1>
          {page.html && <Html html={page.html} />}
        </header>
        <Sections sections={begins} />
        {page.sections.map((section) => (
          <section key={section.id} id={section.id} className="page-section">
            <h2>{section.title}</h2>
            <Html html={section.html} />
          </section>
        ))}
        <Sections sections={ends} />
      </main>
      <aside className="margin" aria-labelledby="on-this-page">
        <nav aria-labelledby="on-this-page">
          <h2 id="on-this-page">{page.title}</h2>
          <ul>
            {links.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
    </>
  );
}

const Sections = ({ sections }: { sections: Section[] }) =>
  sections.map(({ id, title, content }) => (
    <section key={id} id={id} className="page-section">
      <h2>{title}</h2>
      {content}
    </section>
  ));
