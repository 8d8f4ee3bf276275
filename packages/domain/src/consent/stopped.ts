import { isSamePerson, rootOf } from '../people/state.ts';
import type { ConsentAsk } from './ask.ts';
import { consentsOfCase, voicesOf } from './voices.ts';

/**
 * Whether a person has stopped one purpose, as far as the file itself says: her last word on it, to any recipient, is a
 * no or a withdrawal. What stands at a door is not seen here; it can only stop more.
 */
export function stoppedFor(
  state: Parameters<typeof voicesOf>[0],
  person: string,
  purpose: ConsentAsk['purpose'],
): 'refused' | 'withdrawn' | null {
  const { people, consents } = state.parts;
  const root = rootOf(people, person);
  // The end of a consent is no stop: on this day all of them have ended, and none counts as given.
  const about = consentsOfCase(voicesOf(state, []), '9999-12-31').filter(
    (consent) => consent.person === root && consent.ask.purpose === purpose,
  );
  if (about.some(({ standing }) => standing !== 'refused' && standing !== 'withdrawn')) return null;
  if (about.some(({ standing }) => standing === 'withdrawn')) return 'withdrawn';
  const refused = consents.refusals.some(
    (one) => one.purpose === purpose && isSamePerson(people, one.person, root),
  );
  return about.length > 0 || refused ? 'refused' : null;
}
