import type { CaseState } from '@leeward/domain/case/state.ts';
import { type Item, type Values, valueIn } from '@leeward/domain/shared/items.ts';
import type { Finding } from '@leeward/domain/verification/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { PartMoment } from '../part-moment.ts';
import { useVerifyNames } from './names.ts';

type WordsProps = { readonly nameOf: (member: string) => string };

/** What verification puts on the time line: sources, that somebody was asked, findings. Never what a source said. */
export function verificationMoments({ parts }: CaseState): readonly PartMoment[] {
  const { sources, askings, findings } = parts.verification;
  return [
    ...[...sources.values()].flatMap((source) =>
      source.steps.flatMap((step): readonly PartMoment[] => {
        if (step.what !== 'begun' && !step.fields.includes('doubt')) return [];
        const key = step.what === 'begun' ? 'verify.moment.source' : 'verify.moment.doubt';
        return [moment(source, step, plainly(key, step.by))];
      }),
    ),
    ...[...askings.values()].flatMap((asking) =>
      asking.steps.slice(0, 1).map((step) => moment(asking, step, plainly('verify.moment.asked', step.by))),
    ),
    ...[...findings.values()].flatMap((finding) =>
      finding.steps
        .filter(({ what }) => what === 'begun')
        .map((step) => moment(finding, step, found(finding, step.by))),
    ),
  ];
}

function moment<V extends Values>(
  item: Item<V>,
  step: Item<V>['steps'][number],
  Words: PartMoment['Words'],
): PartMoment {
  return { part: 'verification', at: step, key: item.id, Words };
}

const plainly = (key: 'verify.moment.source' | 'verify.moment.doubt' | 'verify.moment.asked', by: string) =>
  function Said({ nameOf }: WordsProps): ReactNode {
    const { t } = useSpeech();
    return t(key, { name: nameOf(by) });
  };

const found = (finding: Finding, by: string) =>
  function Found({ nameOf }: WordsProps): ReactNode {
    const { t } = useSpeech();
    const names = useVerifyNames();
    const question = valueIn(finding, 'question');
    return t('verify.moment.finding', {
      name: nameOf(by),
      question: question === undefined ? '' : names.question(question),
    });
  };
