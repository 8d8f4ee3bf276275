/** The relay keeps no time finer than an hour (section 7). */

const secondsPerHour = 3600;

/** The present hour, counted from 1970. */
export const hourNow = (): number => Math.floor(Date.now() / 1000 / secondsPerHour);

/** The second at which an hour began. */
export const secondOfHour = (hour: number): number => hour * secondsPerHour;

/** The present day, counted from 1970, UTC. */
export const dayNow = (): number => Math.floor(hourNow() / 24);
