/** A text as somebody may read it whose addresses it does not hold: of each stay the first letter and where it is. */
export const shortenAddresses = (text: string) =>
  text.replace(/([\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]*(?=@)/g, "$1…");
