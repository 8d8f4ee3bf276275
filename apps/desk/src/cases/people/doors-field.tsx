import { factOf, isSamePerson, labelOf, peopleIn } from '@leeward/domain/people/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useView } from '../../session/use-session.tsx';
import { Choose, Tick } from './inputs.tsx';

/** The conversations in which a person writes: a yes that is signed there is this person's. */
export function DoorsField({
  view,
  id,
  doors,
  onChange,
}: {
  readonly view: CaseView;
  readonly id: string;
  readonly doors: readonly string[];
  readonly onChange: (doors: readonly string[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const queue = useView('queue', {});
  const { people } = view.state.parts;
  const lines = queue?.ok === true ? queue.value : [];
  const from = view.state.opened?.fromConversation ?? null;
  const taken = new Map(
    peopleIn(people)
      .filter((person) => !isSamePerson(people, person.id, id))
      .flatMap((person) =>
        (factOf(people, person.id, 'doors') ?? []).map((door) => [door, labelOf(people, person.id)] as const),
      ),
  );
  const nameOf = (door: string): string => {
    const line = lines.find(({ record }) => record === door);
    const words = line === undefined ? '' : [line.callName ?? '', line.excerpt].join(' ').trim();
    return words === '' ? t('people.doorUnread', { number: door.slice(0, 6) }) : words.slice(0, 60);
  };
  const shown = [...new Set(from === null ? doors : [from, ...doors])];
  const free = lines
    .filter(({ record }) => !shown.includes(record) && !taken.has(record))
    .slice(0, 300)
    .map(({ record }) => [record, nameOf(record)] as const);
  const set = (door: string, yes: boolean): void =>
    onChange(yes ? [...doors, door] : doors.filter((one) => one !== door));
  return (
    <div className="stack tight">
      {shown.map((door) =>
        taken.has(door) ? (
          <p key={door} className="small quiet">
            {t('people.doorTaken', { name: taken.get(door) ?? '' })}
          </p>
        ) : (
          <Tick
            key={door}
            label={door === from ? t('people.atDoor') : t('people.atOtherDoor', { name: nameOf(door) })}
            value={doors.includes(door)}
            onChange={(yes) => set(door, yes)}
          />
        ),
      )}
      {free.length === 0 ? null : (
        <details>
          <summary>{t('people.otherDoor')}</summary>
          <Choose
            label={t('people.doors')}
            hint={t('people.doorsHint')}
            value=""
            options={free}
            onChange={(door) => set(door, true)}
          />
        </details>
      )}
    </div>
  );
}
