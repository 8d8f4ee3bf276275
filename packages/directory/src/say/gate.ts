import type { Gate, SingleGate } from '../gate.ts';
import { namesOf } from './label.ts';
import { sayDays, sayMonths } from './length.ts';
import type { Speaker } from './speaker.ts';
import { sayPlaces } from './where.ts';

/**
 * A condition of a mechanism as a statement about the reader that has to be true: "You hold a valid passport." The same
 * words serve hard conditions and wishes; the heading above them says which they are.
 */
export function sayGate(speaker: Speaker, gate: Gate): string {
  if (gate.on !== 'either') return saySingle(speaker, gate);
  const [first = '', ...rest] = gate.of.map((one) => saySingle(speaker, one));
  const choices = rest.reduce((all, one) => speaker.text('gate.or', { first: all, second: one }), first);
  return speaker.text('gate.either', { choices });
}

function saySingle(speaker: Speaker, gate: SingleGate): string {
  switch (gate.on) {
    case 'present':
      return sentences([
        gate.in && speaker.text('gate.present.in', { places: sayPlaces(speaker, gate.in) }),
        gate.notIn && speaker.text('gate.present.notIn', { places: sayPlaces(speaker, gate.notIn) }),
        gate.abroad !== undefined && speaker.text(gate.abroad ? 'gate.present.abroad' : 'gate.present.home'),
      ]);
    case 'origin':
      return sentences([
        gate.in && speaker.text('gate.origin.in', { places: sayPlaces(speaker, gate.in) }),
        gate.notIn &&
          speaker.text(gate.notOnly ? 'gate.origin.notOnly' : 'gate.origin.notIn', {
            places: sayPlaces(speaker, gate.notIn),
          }),
      ]);
    case 'work':
      return speaker.text('gate.work', { codes: namesOf(speaker, 'profile', gate.any) });
    case 'status':
      return sentences([
        gate.any && speaker.text('gate.status.any', { codes: namesOf(speaker, 'status', gate.any) }),
        gate.none && speaker.text('gate.status.none', { codes: namesOf(speaker, 'status', gate.none) }),
      ]);
    case 'party':
      return speaker.text('gate.party', { codes: namesOf(speaker, 'party', gate.any) });
    case 'age':
      return speaker.text('gate.age', { age: sayAge(speaker, gate.min, gate.max) });
    case 'danger':
      return sentences([
        gate.any
          ? speaker.text('gate.danger.any', { codes: namesOf(speaker, 'event', gate.any) })
          : speaker.text('gate.danger'),
        gate.withinDays !== undefined &&
          speaker.text('gate.danger.recent', { length: sayDays(speaker, gate.withinDays) }),
      ]);
    case 'away':
      return sentences([
        gate.maxMonths !== undefined &&
          speaker.text('gate.away.most', { length: sayMonths(speaker, gate.maxMonths) }),
        gate.minMonths !== undefined &&
          speaker.text('gate.away.least', { length: sayMonths(speaker, gate.minMonths) }),
      ]);
    case 'return':
      return speaker.text(`gate.return.${gate.is}`);
    case 'language':
      return speaker.text('gate.language', { codes: namesOf(speaker, 'language', gate.any, 'or') });
    case 'detail':
      return speaker.text(`condition.${gate.code}.is`);
  }
}

/** "18 to 35 years". Both ends are included; one of them may be missing. */
export function sayAge(speaker: Speaker, min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return speaker.text('age.between', { min, max });
  return max === undefined ? speaker.text('age.least', { min: min ?? 0 }) : speaker.text('age.most', { max });
}

const sentences = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string').join(' ');
