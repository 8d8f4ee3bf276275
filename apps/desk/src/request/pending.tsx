import type { PendingEdit } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Words } from '../parts/words.tsx';
import { failureWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
import { changedKey, commandKey } from './pending-words.ts';

type Props = {
  readonly pending: readonly PendingEdit[];
  /** Takes what was typed up again, where there is a place to type. */
  readonly onTakeUp?: (text: string) => void;
};

/** Own work that is not confirmed yet; what met a conflict or was refused is shown with what was typed. */
export function Pending({ pending, onTakeUp }: Props): ReactNode {
  const { t } = useSpeech();
  // Messages on their way stand in the conversation itself.
  const shown = pending.filter(
    (edit) => edit.delivery === 'conflict' || edit.delivery === 'refused' || edit.text === null,
  );
  if (shown.length === 0) return null;
  return (
    <section className="stack tight" aria-label={t('pending.title')}>
      {shown.map((edit) => (
        <PendingCard key={edit.action} edit={edit} onTakeUp={onTakeUp} />
      ))}
    </section>
  );
}

function PendingCard({
  edit,
  onTakeUp,
}: {
  readonly edit: PendingEdit;
  readonly onTakeUp: Props['onTakeUp'];
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const retry = useAction('retry');
  const discard = useAction('discardPending');
  const { action, delivery, text, changed, failure } = edit;
  if (delivery !== 'conflict' && delivery !== 'refused') {
    return (
      <p className="pending-line small">
        <span className="quiet">{t(commandKey(edit.command))}</span> <StateMark delivery={delivery} />
      </p>
    );
  }
  const words = failure === null ? null : failureWords(t, failure, nameOf);
  return (
    <div className="note warn pending" role="alert">
      <strong>
        {delivery === 'conflict' ? t('problem.changed.title') : (words?.title ?? t('pending.refused'))}
      </strong>
      <p className="small">
        {t(commandKey(edit.command))} · <Ago at={edit.since} />
      </p>
      {changed.length === 0 ? null : (
        <ul>
          {changed.map((field) => (
            <li key={field}>{t(changedKey(field))}</li>
          ))}
        </ul>
      )}
      {text === null ? null : (
        <figure className="typed card">
          <figcaption className="small quiet">{t('pending.typed')}</figcaption>
          <Words text={text} />
        </figure>
      )}
      <p>{delivery === 'conflict' ? t('problem.changed.do') : (words?.do ?? t('failure.typedKept'))}</p>
      <div className="cluster">
        <button
          type="button"
          className="button"
          disabled={retry.busy}
          onClick={() => void retry.run({ action })}
        >
          {delivery === 'conflict' ? t('pending.sendAnyway') : t('common.retry')}
        </button>
        {text === null || onTakeUp === undefined ? null : (
          <button
            type="button"
            className="button"
            onClick={() => {
              onTakeUp(text);
              void discard.run({ action });
            }}
          >
            {t('pending.takeUp')}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          disabled={discard.busy}
          onClick={() => void discard.run({ action })}
        >
          {t('pending.discard')}
        </button>
      </div>
    </div>
  );
}
