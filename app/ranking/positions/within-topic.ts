/** Votes of agreement in a topic that weigh as much as somebody's position in the forum as a whole. */
const SITE_WEIGHS = 10;

/** A position within a topic, leaning on the one in the forum as a whole the more the fewer votes it rests on. */
export const positionWithin = (inTopic: number, votes: number, onSite: number): number =>
  (votes * inTopic + SITE_WEIGHS * onSite) / (votes + SITE_WEIGHS);
