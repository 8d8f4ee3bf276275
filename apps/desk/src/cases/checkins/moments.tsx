import type { CaseState } from '@leeward/domain/case/state.ts';
import { countsAsSafe, saysDanger } from '@leeward/domain/check-in/watch.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { DeskKey } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened about signs of life: what was agreed, what came, which rung was climbed, how a silence ended. */
export function checkInMoments({ parts: { checkIns } }: CaseState): readonly PartMoment[] {
  const { agreed, ladder, pauses, covers, signs, climbed, ended } = checkIns;
  const line = (
    at: PartMoment['at'] & { readonly by: string },
    what: string,
    key: DeskKey,
    words: string,
  ): PartMoment => ({
    part: 'checkIns',
    at,
    key: `${what} ${at.entry} ${at.index}`,
    find: [words],
    Words: ({ nameOf }) => <Line name={nameOf(at.by)} sentence={key} words={words} />,
  });
  return [
    ...itemMoments('checkIns', agreed, 'checkins.noun', () => null),
    ...itemMoments(
      'checkIns',
      ladder,
      'ladder.noun',
      (rung) => <Words inline text={valueIn(rung, 'what') ?? ''} />,
      (rung) => [valueIn(rung, 'what') ?? ''],
    ),
    ...itemMoments('checkIns', pauses, 'pause.noun', (pause) => (
      <Words inline text={valueIn(pause, 'why') ?? ''} />
    )),
    ...itemMoments('checkIns', covers, 'cover.noun', () => null),
    ...signs.map((sign) =>
      line(
        sign,
        'sign',
        saysDanger(sign)
          ? 'checkins.moment.danger'
          : countsAsSafe(sign)
            ? 'checkins.moment.safe'
            : 'checkins.moment.open',
        sign.note,
      ),
    ),
    ...climbed.map((step) => {
      const rung = ladder.get(step.step);
      const what = rung === undefined ? '' : (valueIn(rung, 'what') ?? '');
      return line(
        step,
        'rung',
        'checkins.moment.rung',
        [what, step.note].filter((one) => one !== '').join(': '),
      );
    }),
    ...ended.map((end) => line(end, 'end', `checkins.moment.end.${end.how}`, end.note)),
  ];
}

function Line({
  name,
  sentence,
  words,
}: {
  readonly name: string;
  readonly sentence: DeskKey;
  readonly words: string;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {t(sentence, { name })} {words === '' ? null : <Words inline text={words} />}
    </>
  );
}
