import type { CaseState } from '@leeward/domain/case/state.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { type Item, type Values, valueIn } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { PartMoment } from '../part-moment.ts';

type What = 'begun' | 'away' | 'back' | 'merged' | 'parted' | 'kept_away' | 'not_kept_away';

/** What happened to the people of a file: who came into it, was put away, merged, or is to be kept away. Edits are on each one's own page. */
export function peopleMoments({ parts }: CaseState): readonly PartMoment[] {
  const { people } = parts;
  const ofItems = <V extends Values>(
    items: ReadonlyMap<string, Item<V>>,
    say: (item: Item<V>) => string,
    whats: { readonly begun: What; readonly away: What; readonly back: What },
  ): readonly PartMoment[] =>
    [...items.values()].flatMap((item) =>
      item.steps.flatMap((at) =>
        at.what === 'changed' ? [] : [moment(at, `${item.id} ${at.what}`, whats[at.what], say(item))],
      ),
    );
  return [
    ...ofItems(people.persons, (person) => valueIn(person, 'label') ?? '', {
      begun: 'begun',
      away: 'away',
      back: 'back',
    }),
    ...ofItems(
      people.bars,
      (bar) => {
        const person = valueIn(bar, 'person') ?? null;
        return person === null ? (valueIn(bar, 'circle') ?? '') : (labelOf(people, person) ?? '');
      },
      { begun: 'kept_away', away: 'not_kept_away', back: 'kept_away' },
    ),
    ...people.mergeHistory.map((at) =>
      moment(
        at,
        `${at.other} ${at.what}`,
        at.what,
        [at.into, at.other]
          .map((id) => {
            const person = people.persons.get(id);
            return person === undefined ? '' : (valueIn(person, 'label') ?? '');
          })
          .join(', '),
      ),
    ),
  ];
}

function moment(at: PartMoment['at'], key: string, what: What, label: string): PartMoment {
  return {
    part: 'people',
    at,
    key,
    Words: ({ nameOf }): ReactNode => {
      const { t } = useSpeech();
      return <>{t(`people.moment.${what}`, { name: nameOf(at.by), label })}</>;
    },
  };
}
