import { defang } from '@leeward/ui/inert.ts';
import type { Reply } from '@leeward/workspace/door/conversation.ts';
import { formHash } from '@leeward/workspace/door/questionnaires.ts';
import { answersItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import type { TypedForm } from '../model/answers.ts';
import type { Correspondence } from '../model/correspondence.ts';
import { useLanguage } from '../model/language.ts';

type Sent = Extract<NonNullable<Reply['message']>, { readonly type: 'questions' }>;
type Screens = typeof import('../questions/root.tsx');
type Asked = Parameters<Screens['Sheet']>[0]['forms'][number];

/**
 * What was typed into a sheet stays while her box is open, whatever else she looks at meanwhile. It belongs to that box:
 * whoever opens another one on this page may be asked the same, and is shown nothing of hers.
 */
const keptOf = new WeakMap<Correspondence, Map<string, readonly TypedForm[]>>();

function keptIn(correspondence: Correspondence): Map<string, readonly TypedForm[]> {
  const kept = keptOf.get(correspondence) ?? new Map<string, readonly TypedForm[]>();
  keptOf.set(correspondence, kept);
  return kept;
}

/** Questions that the team has sent her, to open, answer and send where they stand in the conversation. */
export function SentQuestions({
  message,
  correspondence,
}: {
  readonly message: Sent;
  readonly correspondence: Correspondence;
}) {
  const { t } = useLanguage();
  const kept = keptIn(correspondence);
  const [screens, setScreens] = useState<Screens | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [state, setState] = useState<'closed' | 'opening' | 'open' | 'late' | 'unreadable' | 'sent'>(
    'closed',
  );
  const [, setCount] = useState(0);

  const open = async (): Promise<void> => {
    setState('opening');
    try {
      const [loaded, { readForm }] = await Promise.all([
        import('../questions/root.tsx'),
        import('@leeward/forms/door.ts'),
      ]);
      const read = readForm(message.form);
      if (!read.ok) {
        setState('unreadable');
        return;
      }
      setScreens(() => loaded);
      setAsked({ form: await formHash(message.form), compiled: read.value });
      setState('open');
    } catch {
      setState('late');
    }
  };

  const send = async (typed: readonly TypedForm[]): Promise<void> => {
    const answers = typed.map(({ form, asked: values }) => ({ form, values }));
    setState('sent');
    kept.delete(message.form);
    if (answers.every(({ values }) => Object.keys(values).length === 0)) return;
    correspondence.post.addWords([answersItem(answers)]);
    await correspondence.post.run();
  };

  const typed = kept.get(message.form) ?? [];
  return (
    <div class="stack tight">
      {message.text === '' ? null : (
        <p class="words" dir="auto" translate={false}>
          {defang(message.text)}
        </p>
      )}
      {state === 'unreadable' || state === 'late' ? (
        <p class="note warn" role="alert">
          {t(`questions.${state}`)}
        </p>
      ) : null}
      {state === 'open' && screens !== null && asked !== null ? (
        <screens.Sheet
          forms={[asked]}
          typed={typed}
          onTyped={(next) => {
            kept.set(message.form, next);
            setCount((count) => count + 1);
          }}
          back={() => setState('closed')}
          next={() => void send(kept.get(message.form) ?? [])}
          nextLabel={t('questions.send')}
          isPart
        />
      ) : state === 'unreadable' ? null : (
        <button class="button" type="button" disabled={state === 'opening'} onClick={() => void open()}>
          {t('questions.answer')}
        </button>
      )}
    </div>
  );
}
