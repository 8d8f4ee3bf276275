import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { type FindingValues, findingItems } from '@leeward/domain/verification/events.ts';
import type { Finding } from '@leeward/domain/verification/state.ts';
import type { CaseView } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useAction } from '../../session/use-session.tsx';
import { Versions } from '../item/versions.tsx';

/** Where two people changed one finding apart: both levels and both texts, and a person chooses. */
export function FindingVersions({
  view,
  finding,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly finding: Finding;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnCase');
  const choose = async (values: Partial<FindingValues>): Promise<void> => {
    const event = editOf(findingItems, baseOf(finding, finding.id), values);
    if (event === null) return;
    await action.run({
      record: view.record,
      events: [event satisfies CaseEvent],
      form: `case:choose:${finding.id}`,
    });
  };
  return (
    <>
      <Versions
        label={t('verify.level')}
        field={finding.fields.level}
        say={(level) => t(`verify.level.${level}`)}
        onChoose={mayWrite ? (level) => void choose({ level }) : null}
      />
      <Versions
        label={t('verify.words')}
        field={finding.fields.words}
        say={(words) => <Words text={words} />}
        onChoose={mayWrite ? (words) => void choose({ words }) : null}
      />
      <FailureNote failure={action.failure} />
    </>
  );
}
