/** How like two names are, from 0 to 1, in whatever script and spelling they are written. */
export type Likeness = (left: string, right: string) => number;

/** From this on somebody is shown as perhaps the same person. A person decides; nothing is ever joined by it. */
export const likelyFrom = 0.7;

/** By what two names share once both are written in one way: a first answer, until names have a room of their own. */
export const nameLikeness: Likeness = (left, right) => (left === right ? 1 : 0);
