/** The package's own types are under a name that no compiler looks for. */
declare module "unicode-confusables" {
  const confusables: { rectifyConfusion(text: string): string };
  export default confusables;
}
