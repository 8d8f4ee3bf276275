import { mayAnswer } from '@leeward/domain/request/rules.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { refusalWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';

/** A form that speaks to her: only for whoever answers her now; everybody else reads why it is not there. */
export function WhoAnswers({
  view,
  children,
}: {
  readonly view: RequestView;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const may = mayAnswer(view.state, useActor());
  return may.ok ? children : <p className="note">{refusalWords(t, may.error, nameOf).title}</p>;
}
