/** What a page says of itself, as the elements that Remix makes of the same descriptors. */
import type { Descriptor } from "../ui/page-head.ts";

export function HeadTags({ head }: { head: Descriptor[] }) {
  return head.map((descriptor) => (
    <HeadTag key={JSON.stringify(descriptor)} descriptor={descriptor} />
  ));
}

/** JSON in which nothing ends a script or a line of one. */
const scriptSafe = (json: string) =>
  json.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function HeadTag({ descriptor }: { descriptor: Descriptor }) {
  // Before the title, for links have titles too.
  if ("tagName" in descriptor) {
    const { tagName, ...attributes } = descriptor;
    return <link {...attributes} />;
  }
  if ("title" in descriptor) return <title>{descriptor.title}</title>;
  if ("script:ld+json" in descriptor) {
    const __html = scriptSafe(JSON.stringify(descriptor["script:ld+json"]));
    return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
  }
  return <meta {...descriptor} />;
}
