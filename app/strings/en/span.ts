/** A span of time within a message: `count` and `unit`, as app/limits/span.ts answers them. */
export const SPAN =
  "{unit, select, seconds {{count, plural, one {one second} other {# seconds}}} minutes {{count, plural, one {one minute} other {# minutes}}} hours {{count, plural, one {one hour} other {# hours}}} other {about {count} hours}}";
