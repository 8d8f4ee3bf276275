import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { PartMoment } from '../part-moment.ts';

type WordsProps = { readonly nameOf: (member: string) => string };

/** What eligibility puts on the time line: who argued what, and which doors were taken up. */
export function eligibilityMoments({ parts: { eligibility } }: CaseState): readonly PartMoment[] {
  return [
    ...eligibility.argued.map(
      (one): PartMoment => ({
        part: 'eligibility',
        at: one,
        key: one.test,
        Words: function Argued({ nameOf }: WordsProps): ReactNode {
          const { t } = useSpeech();
          return t('eligible.moment.argued', {
            name: nameOf(one.by),
            test: t(`eligible.test.${one.test}`),
            verdict: t(`eligible.verdict.${one.verdict}`),
          });
        },
      }),
    ),
    ...[...eligibility.doors.values()].flatMap((door) =>
      door.steps.slice(0, 1).map(
        (step): PartMoment => ({
          part: 'eligibility',
          at: step,
          key: door.id,
          Words: function Taken({ nameOf }: WordsProps): ReactNode {
            const { t } = useSpeech();
            return t('eligible.moment.door', {
              name: nameOf(step.by),
              door: valueIn(door, 'name') ?? '',
            });
          },
        }),
      ),
    ),
  ];
}
