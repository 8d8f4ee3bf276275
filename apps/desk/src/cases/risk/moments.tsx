import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Assessment } from '@leeward/domain/risk/assessment.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';
import { useWhom } from './choice-fields.tsx';
import { dangerWord } from './danger-words.ts';

/** What was written about danger: actors, threats, what exposes and protects, and every judgement. */
export const riskMoments = (state: CaseState): readonly PartMoment[] => {
  const { risk } = state.parts;
  return [
    ...itemMoments(
      'risk',
      risk.actors,
      'danger.noun.actor',
      (one) => <Words inline text={valueIn(one, 'name') ?? ''} />,
      (one) => [valueIn(one, 'name') ?? '', ...(valueIn(one, 'otherNames') ?? [])],
    ),
    ...itemMoments(
      'risk',
      risk.threats,
      'danger.noun.threat',
      (one) => <Words inline text={valueIn(one, 'what') ?? ''} />,
      (one) => [valueIn(one, 'what') ?? ''],
    ),
    ...itemMoments('risk', risk.factors, 'danger.noun.factor', (one) => (
      <Factor code={valueIn(one, 'factor') ?? 'vul_other'} />
    )),
    ...itemMoments(
      'risk',
      risk.changes,
      'danger.noun.change',
      (one) => <Words inline text={valueIn(one, 'note') ?? ''} />,
      (one) => [valueIn(one, 'note') ?? ''],
    ),
    ...risk.assessments.flatMap((one): readonly PartMoment[] => [
      {
        part: 'risk',
        at: one,
        key: one.id,
        find: [one.reasons],
        Words: ({ nameOf }) => <Judged state={state} one={one} name={nameOf(one.by)} />,
      },
      ...(one.withdrawn === null
        ? []
        : [
            {
              part: 'risk' as const,
              at: one.withdrawn,
              key: `${one.id} away`,
              find: [one.withdrawn.reason],
              Words: ({ nameOf }: { readonly nameOf: (member: string) => string }) => (
                <Withdrawn reason={one.withdrawn?.reason ?? ''} name={nameOf(one.withdrawn?.by ?? '')} />
              ),
            },
          ]),
    ]),
  ];
};

function Factor({ code }: { readonly code: string }): ReactNode {
  const { t } = useSpeech();
  return dangerWord(t, 'factor', code);
}

function Judged({
  state,
  one,
  name,
}: {
  readonly state: CaseState;
  readonly one: Assessment;
  readonly name: string;
}): ReactNode {
  const { t } = useSpeech();
  const whom = useWhom(state);
  return t('danger.moment.judged', {
    name,
    who: whom(one.who),
    setting: t(`danger.setting.${one.setting}`),
    band: dangerWord(t, 'band', one.band),
  });
}

function Withdrawn({ reason, name }: { readonly reason: string; readonly name: string }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {t('danger.moment.withdrawn', { name })} <Words inline text={reason} />
    </>
  );
}
