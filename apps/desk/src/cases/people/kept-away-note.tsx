import { nearKeptAway } from '@leeward/domain/people/circles.ts';
import { mayContact } from '@leeward/domain/people/contact.ts';
import type { PeopleState } from '@leeward/domain/people/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { ContactNote } from './contact-note.tsx';
import { NameWords } from './name-words.tsx';

/**
 * Said before somebody outside or inside learns of the case: that she is, or by her name may be, one of those who must
 * not. A person of the case is judged as a person; anybody else by name, over scripts and spellings. Nothing where
 * nothing speaks against it.
 */
export function KeptAwayNote({
  people,
  names,
  person = null,
}: {
  readonly people: PeopleState;
  /** By which names she is known here. */
  readonly names: readonly string[];
  /** Who it is in this case, where it is anybody. */
  readonly person?: string | null;
}): ReactNode {
  const { t } = useSpeech();
  if (person !== null)
    return mayContact(people, person).verdict === 'no' ? (
      <div role="alert">
        <ContactNote people={people} person={person} />
      </div>
    ) : null;
  return nearKeptAway(people, names).map(({ away, grade, said, words }) => (
    <p key={away.bar.id} role="alert" className={`note ${grade === 'sure' ? 'danger' : 'warn'}`}>
      {t(grade === 'sure' ? 'people.isKeptAway' : 'people.maybeKeptAway')}{' '}
      <Words inline text={[said, away.why].filter((one) => one !== '').join(': ')} />{' '}
      <NameWords words={words} />
    </p>
  ));
}
