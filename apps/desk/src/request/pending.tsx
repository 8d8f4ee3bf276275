import type { RequestState } from '@leeward/domain/request/state.ts';
import type { PendingEdit } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { Words } from '../parts/words.tsx';
import { failureWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
import { changedKey, commandKey } from './pending-words.ts';
import { theirVersion } from './versions.ts';

type Props = {
  readonly pending: readonly PendingEdit[];
  /** Takes what was typed up again, where there is a place to type. */
  readonly onTakeUp?: (text: string) => void;
  /** The conversation, where what a colleague made of it meanwhile is shown beside one's own. */
  readonly state?: RequestState;
  /** What these edits have in common, where others stand elsewhere on the screen. */
  readonly about?: string;
};

/** Own work that is not confirmed yet; what met a conflict or was refused is shown with what was typed. */
export function Pending({ pending, onTakeUp, state, about }: Props): ReactNode {
  const { t } = useSpeech();
  // Messages on their way stand in the conversation itself.
  const shown = pending.filter(
    ({ command, delivery, text }) =>
      delivery === 'conflict' ||
      delivery === 'refused' ||
      delivery === 'confirmed' ||
      text === null ||
      (command !== 'reply' && command !== 'decline'),
  );
  if (shown.length === 0) return null;
  return (
    <section
      className="stack tight"
      aria-label={about === undefined ? t('pending.title') : `${t('pending.title')}: ${about}`}
    >
      {shown.map((edit) => (
        <PendingCard
          key={edit.action}
          edit={edit}
          onTakeUp={onTakeUp}
          state={state}
          // An act that needs a decision keeps back what was done after it, in its order.
          holdsBack={pending.some((one) => one.delivery === 'kept' && one.since > edit.since)}
        />
      ))}
    </section>
  );
}

function PendingCard({
  edit,
  onTakeUp,
  state,
  holdsBack,
}: {
  readonly edit: PendingEdit;
  readonly onTakeUp: Props['onTakeUp'];
  readonly state: RequestState | undefined;
  readonly holdsBack: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const retry = useAction('retry');
  const discard = useAction('discardPending');
  const { action, delivery, text, changed, failure } = edit;
  if (delivery === 'confirmed') {
    return (
      <div className="note pending">
        <p>
          {t(commandKey(edit.command))} <StateMark delivery="confirmed" />
        </p>
        <Changed changed={changed} state={state} />
        <button
          type="button"
          className="button quiet"
          disabled={discard.busy}
          onClick={() => void discard.run({ action })}
        >
          {t('pending.read')}
        </button>
      </div>
    );
  }
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
      <Changed changed={changed} state={state} />
      {text === null ? null : (
        <figure className="typed card">
          <figcaption className="small quiet">{t('pending.typed')}</figcaption>
          <Words text={text} />
        </figure>
      )}
      <p>{delivery === 'conflict' ? t('problem.changed.do') : (words?.do ?? t('failure.typedKept'))}</p>
      {holdsBack ? <p>{t('pending.laterWaits')}</p> : null}
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

/** What a colleague changed meanwhile: her version of each field, with who and when. */
function Changed({
  changed,
  state,
}: {
  readonly changed: readonly string[];
  readonly state: RequestState | undefined;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  if (changed.length === 0) return null;
  return (
    <ul className="plain stack tight">
      {changed.map((field) => {
        const version = state === undefined ? null : theirVersion(state, field);
        return (
          <li key={field}>
            {t(changedKey(field))}
            {version === null ? null : (
              <figure className="typed card">
                <figcaption className="small quiet">
                  {t('conflict.theirs', { name: nameOf(version.by) })} · <Ago at={version.at} />
                </figcaption>
                {'key' in version.says ? (
                  <p>{t(version.says.key, { name: nameOf(version.says.member ?? '') })}</p>
                ) : (
                  <>
                    {version.says.urgency === null ? null : <UrgencyChip urgency={version.says.urgency} />}
                    <Words text={version.says.words} />
                  </>
                )}
              </figure>
            )}
          </li>
        );
      })}
    </ul>
  );
}
