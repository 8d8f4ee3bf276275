import { type ContactReason, type ContactVerdict, mayContact } from '@leeward/domain/people/contact.ts';
import { labelOf, type PeopleState } from '@leeward/domain/people/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';

const tones = { yes: 'good', through: 'warn', ask: '', no: 'danger' } as const;

/** Whether a person may be contacted, in two words. */
export function ContactChip({
  people,
  person,
}: {
  readonly people: PeopleState;
  readonly person: string;
}): ReactNode {
  const { t } = useSpeech();
  const { verdict } = mayContact(people, person);
  return <span className={`chip ${tones[verdict]}`.trim()}>{t(`people.may.${verdict}`)}</span>;
}

/** Whether a person may be contacted, and every reason. Shown wherever somebody is about to. */
export function ContactNote({
  people,
  person,
}: {
  readonly people: PeopleState;
  readonly person: string;
}): ReactNode {
  const { t } = useSpeech();
  const judged: ContactVerdict = mayContact(people, person);
  return (
    <div className={`note ${tones[judged.verdict]}`.trim()}>
      <strong>{t(`people.may.${judged.verdict}`)}</strong>
      {judged.reasons.length === 0 ? null : (
        <ul>
          {judged.reasons.map((reason) => (
            <li key={reason.code}>
              <Reason people={people} reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Reason({
  people,
  reason,
}: {
  readonly people: PeopleState;
  readonly reason: ContactReason;
}): ReactNode {
  const { t } = useSpeech();
  switch (reason.code) {
    case 'must_not_learn':
    case 'never_contact':
      return (
        <>
          {t(`people.why.${reason.code}`)} <Words inline text={reason.why} />
        </>
      );
    case 'through':
      return (
        <>
          {t('people.why.through')} <bdi>{labelOf(people, reason.person) ?? ''}</bdi>
        </>
      );
    default:
      return t(`people.why.${reason.code}`);
  }
}
