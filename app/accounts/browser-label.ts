/** What a browser calls itself, coarsely: enough for its owner to know it again, too little to tell people apart. */

/** The first that fits counts: most browsers also name those that they descend from. */
const brands: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|OPiOS|Opera)\b/, "Opera"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(HeadlessChrome|Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/\S+ .*\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\b(Macintosh|Mac OS X)\b/, "macOS"],
  [/\b(Linux|X11)\b/, "Linux"],
];

/** No header that a browser sends is longer. */
const LONGEST = 512;

/** "Firefox on Linux" of the header User-Agent; null for what is no browser known here. */
export function browserLabel(userAgent: string | null): string | null {
  const text = userAgent?.slice(0, LONGEST) ?? "";
  const brand = brands.find(([pattern]) => pattern.test(text))?.[1];
  const system = systems.find(([pattern]) => pattern.test(text))?.[1];
  if (!brand) return null;
  return system ? `${brand} on ${system}` : brand;
}
