import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened to the plan: its measures, its contacts, its page, and what she said. */
export function planMoments({ parts: { plan } }: CaseState): readonly PartMoment[] {
  const said = [...plan.said].flatMap(([id, all]) => {
    const measure = plan.measures.get(id);
    const what = measure === undefined ? '' : (valueIn(measure, 'what') ?? '');
    return all.map(
      (one, index): PartMoment => ({
        part: 'plan',
        at: one,
        key: `said ${id} ${index}`,
        find: [what, one.words, one.way],
        Words: ({ nameOf }) => (
          <Said name={nameOf(one.by)} answer={one.answer} what={what} words={one.words} />
        ),
      }),
    );
  });
  return [
    ...itemMoments(
      'plan',
      plan.measures,
      'plan.noun',
      (measure) => <Words inline text={valueIn(measure, 'what') ?? ''} />,
      (measure) => [valueIn(measure, 'what') ?? ''],
    ),
    ...itemMoments(
      'plan',
      plan.contacts,
      'plan.contact.noun',
      (contact) => <Words inline text={valueIn(contact, 'who') ?? ''} />,
      (contact) => [valueIn(contact, 'who') ?? ''],
    ),
    ...itemMoments('plan', plan.page, 'plan.page.noun', () => null),
    ...said,
  ];
}

function Said({
  name,
  answer,
  what,
  words,
}: {
  readonly name: string;
  readonly answer: 'agreed' | 'refused' | 'unsure';
  readonly what: string;
  readonly words: string;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {t(`plan.moment.${answer}`, { name })} <Words inline text={what} />
      {words === '' ? null : <Words text={words} />}
    </>
  );
}
