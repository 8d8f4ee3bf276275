import { err, ok } from '../shared/result.ts';
import { listOf, object, type Shape, whole } from '../shared/shape.ts';
import type { Rhythm } from './check-in.ts';

const textThat =
  (fits: RegExp): Shape<string> =>
  (json, path) =>
    typeof json === 'string' && fits.test(json)
      ? ok(json)
      : err({ problem: json === undefined ? 'missing' : 'wrong', path });

const timeOfDay = textThat(/^([01]\d|2[0-3]):[0-5]\d$/);
const zoneName = textThat(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/);

const hours: Shape<number> = (json, path) => {
  const read = whole(31 * 24)(json, path);
  return read.ok && read.value === 0 ? err({ problem: 'wrong', path }) : read;
};

const everyHours: Shape<Rhythm> = object({ every: hours });
const atTimes: Shape<Rhythm> = object({ times: listOf(timeOfDay, 8), zone: zoneName });

/** How a rhythm is read, whoever wrote it. */
export const rhythm: Shape<Rhythm> = (json, path) => {
  const regular = everyHours(json, path);
  if (regular.ok) return regular;
  const daily = atTimes(json, path);
  return daily.ok && 'times' in daily.value && daily.value.times.length === 0
    ? err({ problem: 'empty', path: `${path}.times` })
    : daily;
};
