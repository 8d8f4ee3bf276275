import type { CaseState } from '@leeward/domain/case/state.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import type { DeskKey } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened to the consents of a file: heard, refused, withdrawn, shared, done without. What she signs at her door is on the conversation's own line. */
export function consentMoments({ parts }: CaseState): readonly PartMoment[] {
  const { consents, people } = parts;
  const her = (person: string | null | undefined): string =>
    person == null ? '' : (labelOf(people, person) ?? '');
  return [
    ...[...consents.witnessed.values()].flatMap((yes) => [
      moment(yes, yes.ask.id, 'consents.moment.heard', her(yes.person), yes.ask.recipient),
      ...yes.seconds.map((one) =>
        moment(one, `${yes.ask.id} 2`, 'consents.moment.seconded', her(yes.person), yes.ask.recipient),
      ),
    ]),
    ...consents.refusals.map((one) =>
      moment(one, one.id, 'consents.moment.refused', her(one.person), one.recipient),
    ),
    ...consents.withdrawals.map((one) =>
      moment(one, one.id, 'consents.moment.withdrawn', her(one.person), ''),
    ),
    ...[...consents.sharings.values()].map((one) =>
      moment(one, one.id, 'consents.moment.shared', her(one.use.persons[0]), one.use.recipient),
    ),
    ...[...consents.vital.values()].flatMap((act) => [
      moment(act, act.id, 'consents.moment.vital', her(act.use.persons[0]), act.use.recipient),
      ...(act.second === null
        ? []
        : [
            moment(
              act.second,
              `${act.id} 2`,
              act.second.agreed ? 'consents.moment.vitalAgreed' : 'consents.moment.vitalRefused',
              her(act.use.persons[0]),
              act.use.recipient,
            ),
          ]),
    ]),
  ];
}

function moment(
  at: PartMoment['at'],
  key: string,
  words: DeskKey,
  person: string,
  recipient: string,
): PartMoment {
  return {
    part: 'consents',
    at,
    key,
    Words: ({ nameOf }): ReactNode => {
      const { t } = useSpeech();
      return <>{t(words, { name: nameOf(at.by), person, recipient })}</>;
    },
  };
}
