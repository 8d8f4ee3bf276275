import type { Batch } from '@leeward/workspace/bring/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useAction, useView } from '../session/use-session.tsx';

/** Earlier imports: each is undone as one step, and put back as one. */
export function Batches(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('batches', {});
  if (answer?.ok !== true || answer.value.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="bring-batches">
      <h2 id="bring-batches">{t('bring.earlier')}</h2>
      {answer.value.map((batch) => (
        <OneBatch key={batch.batch} batch={batch} />
      ))}
    </section>
  );
}

function OneBatch({
  batch: { batch, source, by, at, cases, out, joined, waiting, touched },
}: {
  readonly batch: Batch;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const undo = useAction('undoBatch');
  const redo = useAction('redoBatch');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const box = useId();
  const shown = cases - out;
  const give = async (untouched: boolean): Promise<void> => {
    const answer = await undo.run({ batch, reason: reason.trim(), untouched });
    if (answer.ok) setAsking(false);
  };
  return (
    <div className="card form-card stack tight">
      <h3>
        <Words inline text={source} />
      </h3>
      <p className="small quiet">
        {nameOf(by)} <Ago at={at} />
        {shown === 0 && waiting > 0 ? '' : ` · ${t('bring.batch', { cases: shown })}`}
        {out === 0 ? '' : ` · ${t('bring.batchOut', { cases: out })}`}
      </p>
      {waiting === 0 ? null : (
        <div role="status" className="opening">
          <span className="small num">
            {t('bring.sent', { done: cases + joined, total: cases + joined + waiting })}
          </span>
          <progress
            value={cases + joined}
            max={cases + joined + waiting}
            aria-label={t('bring.sent', { done: cases + joined, total: cases + joined + waiting })}
          />
        </div>
      )}
      {joined === 0 ? null : <p className="small">{t('bring.joined', { count: joined })}</p>}
      <FailureNote failure={undo.failure ?? redo.failure} />
      {asking ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void give(touched.length > 0);
          }}
        >
          {touched.length === 0 ? null : (
            <div className="note warn stack tight">
              <strong>{t('bring.touched', { count: touched.length })}</strong>
              <ul>
                {touched.slice(0, 20).map(({ record, pseudonym }) => (
                  <li key={record}>
                    <a href={addressOf({ name: 'case', record })}>
                      <Words inline text={pseudonym} />
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="field">
            <label htmlFor={box}>{t('bring.undoWhy')}</label>
            <input
              id={box}
              required
              dir="auto"
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <div className="cluster">
            <button type="submit" className="button primary" disabled={undo.busy || reason.trim() === ''}>
              {t('bring.undo', { count: shown - touched.length })}
            </button>
            {touched.length === 0 ? null : (
              <button
                type="button"
                className="button"
                disabled={undo.busy || reason.trim() === ''}
                onClick={() => void give(false)}
              >
                {t('bring.undoAll', { count: shown })}
              </button>
            )}
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div className="cluster">
          {shown === 0 ? null : (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {t('bring.undoThis')}
            </button>
          )}
          {out === 0 ? null : (
            <button
              type="button"
              className="button"
              disabled={redo.busy}
              onClick={() => void redo.run({ batch, reason: t('bring.putBackReason') })}
            >
              {t('bring.putBack', { count: out })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
