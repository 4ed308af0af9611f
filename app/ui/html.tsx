/** HTML that our own renderer made and cleaned. */
export function Html({ html, className = "prose" }: { html: string; className?: string }) {
  return <div className={className} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
