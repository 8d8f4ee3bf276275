import { measuresInOrder } from '@leeward/domain/plan/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { go } from '../../router/route.ts';
import { useSession } from '../../session/use-session.tsx';

/**
 * Puts the plan into an answer to her, where an officer reads it over before it goes: what she sees at the door is what
 * was sealed to her, and nothing goes by itself. What was begun to be written there stays above it.
 */
export function TellPlan({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { forms } = useSession();
  const conversation = view.state.opened?.fromConversation ?? null;
  const measures = measuresInOrder(view.state.parts.plan).filter(
    (measure) => valueIn(measure, 'state') !== 'stopped',
  );
  if (conversation === null || measures.length === 0) return null;
  const lines = measures.map((measure) => {
    const by = valueIn(measure, 'by') ?? null;
    const day = by === null ? '' : ` (${formatDate(numbers, by, 'UTC')})`;
    return `• ${valueIn(measure, 'what') ?? ''}${day}`;
  });
  const tell = (): void => {
    const begun = forms.peek('reply', conversation)?.form as { readonly text?: string } | undefined;
    const plan = [t('plan.tellIntro'), ...lines].join('\n');
    const text = [begun?.text ?? '', plan].filter((part) => part.trim() !== '').join('\n\n');
    forms.type('reply', conversation, { files: [], ...begun, text });
    go({ name: 'request', record: conversation, part: 'talk' });
  };
  return (
    <button type="button" className="button" onClick={tell}>
      {t('plan.tellHer')}
    </button>
  );
}
