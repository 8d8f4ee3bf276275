import type { CaseState } from '@leeward/domain/case/state.ts';
import type { IdentityQuestion } from '@leeward/domain/custody/state.ts';
import type { Stamp } from '@leeward/domain/shared/stamp.ts';
import type { DeskKey } from '@leeward/ui';
import type { PartMoment } from '../cases/part-moment.ts';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** Questions for identities, on the time line of the case: who asked and what custody answered, never a name. */
export function identityMoments({ parts }: CaseState): readonly PartMoment[] {
  return [...parts.custody.values()].flatMap(momentsOf);
}

function momentsOf(question: IdentityQuestion): readonly PartMoment[] {
  const { asked, answer, ended, withdrawn } = question;
  return [
    moment(question, asked, 'identity.moment.asked', question.reason),
    ...(withdrawn === null ? [] : [moment(question, withdrawn, 'identity.moment.withdrawn', '')]),
    ...(answer === null
      ? []
      : [
          moment(
            question,
            answer,
            answer.granted ? 'identity.moment.granted' : 'identity.moment.refused',
            answer.reason,
          ),
        ]),
    ...(ended === null ? [] : [moment(question, ended, `identity.moment.${ended.how}`, ended.reason)]),
  ];
}

function moment({ question }: IdentityQuestion, at: Stamp, key: DeskKey, reason: string): PartMoment {
  return {
    part: 'custody',
    at,
    key: `${question} ${key}`,
    Words: ({ nameOf }) => {
      const { t } = useSpeech();
      return (
        <>
          {t(key as 'identity.moment.asked', { name: nameOf(at.by) })}
          {reason === '' ? null : (
            <>
              {' '}
              <Words inline text={reason} />
            </>
          )}
        </>
      );
    },
  };
}
