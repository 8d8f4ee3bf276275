import { mayContact } from '@leeward/domain/people/contact.ts';
import type { PeopleState } from '@leeward/domain/people/state.ts';
import type { ReactNode } from 'react';
import { ContactNote } from './contact-note.tsx';
import { KeptAwayNote } from './kept-away-note.tsx';

/**
 * Said where somebody is about to be called in an emergency: that she may not be, only through somebody else, that
 * nobody has asked her, or that she knows nothing of the case. Nothing where nothing is to be minded.
 */
export function CalledNote({
  people,
  names,
  person,
}: {
  readonly people: PeopleState;
  readonly names: readonly string[];
  readonly person: string | null;
}): ReactNode {
  if (person === null) return <KeptAwayNote people={people} names={names} />;
  const { verdict, reasons } = mayContact(people, person);
  if (verdict === 'no') return <KeptAwayNote people={people} names={names} person={person} />;
  return verdict === 'yes' && reasons.length === 0 ? null : <ContactNote people={people} person={person} />;
}
