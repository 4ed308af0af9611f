/** What a page says of itself, as the elements that Remix makes of the same descriptors. */
import type { Descriptor } from "../ui/page-head.ts";

export function HeadTags({ head }: { head: Descriptor[] }) {
  return head.map((descriptor) => (
    <HeadTag key={JSON.stringify(descriptor)} descriptor={descriptor} />
  ));
}

function HeadTag({ descriptor }: { descriptor: Descriptor }) {
  if ("title" in descriptor) return <title>{descriptor.title}</title>;
  if ("script:ld+json" in descriptor) {
    const __html = JSON.stringify(descriptor["script:ld+json"]).replaceAll("<", "\\u003c");
    // Without the one sign that ends a script.
    return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
  }
  if ("tagName" in descriptor) {
    const { tagName, ...attributes } = descriptor;
    return <link {...attributes} />;
  }
  return <meta {...descriptor} />;
}
