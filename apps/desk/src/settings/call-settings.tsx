import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { usePlace } from '../parts/use-place.ts';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';

/** Being called by mail while the desk is closed: what it says, what the server then knows, and a try. */
export function CallSettings(): ReactNode {
  const { t, locale } = useSpeech();
  const view = useView('call', {});
  const set = useAction('setCall');
  const test = useAction('testCall');
  const notice = useNotice();
  const box = useId();
  const place = usePlace('call');
  const typed = useForm('setCall', null, () => ({ address: '' }));
  const { form, change, given } = typed;
  const known = view?.ok === true ? view.value : null;
  const save = async (address: string | null): Promise<void> => {
    const done = await set.run({ address, language: locale });
    if (!done.ok) return;
    given({ address: '' });
    notice({ text: t(address === null ? 'call.ended' : 'call.kept') });
  };
  const refused = set.failure?.code === 'relay' && set.failure.problem === 'malformed';
  const notTaken = test.failure?.code === 'relay' && test.failure.problem === 'mail-refused';
  return (
    <section className="stack tight">
      <h2 ref={place} tabIndex={-1}>
        {t('call.title')}
      </h2>
      <p>{t('call.lead')}</p>
      <p className="quiet small">{t('call.known')}</p>
      {view?.ok === false ? <FailureNote failure={view.error} /> : null}
      {known !== null && !known.available ? <p className="note">{t('call.notHere')}</p> : null}
      {known?.address != null ? (
        <div className="stack tight">
          <p>
            {t('call.now')} <bdi className="code">{known.address}</bdi>
          </p>
          {notTaken ? (
            <p className="note danger" role="alert">
              {t('call.notTaken')}
            </p>
          ) : (
            <FailureNote failure={test.failure} />
          )}
          <FailureNote failure={set.failure} />
          <div className="cluster">
            <button
              type="button"
              className="button"
              disabled={test.busy}
              onClick={() =>
                void test.run({}).then((done) => {
                  if (done.ok) notice({ text: t('call.tried') });
                })
              }
            >
              {t('call.try')}
            </button>
            <button
              type="button"
              className="button quiet"
              disabled={set.busy}
              onClick={() => void save(null)}
            >
              {t('call.end')}
            </button>
          </div>
        </div>
      ) : known?.available === true ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            if (form.address.trim() !== '') void save(form.address);
          }}
        >
          <div className="field">
            <label htmlFor={box}>{t('call.address')}</label>
            <span className="hint" id={`${box}-hint`}>
              {t('call.addressHint')}
            </span>
            <input
              id={box}
              type="email"
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              aria-describedby={`${box}-hint`}
              value={form.address}
              onChange={(event) => change({ address: event.target.value })}
            />
          </div>
          {refused ? (
            <p className="error" role="alert">
              {t('call.wrong')}
            </p>
          ) : (
            <FailureNote failure={set.failure} />
          )}
          <div className="cluster">
            <button type="submit" className="button" disabled={set.busy || form.address.trim() === ''}>
              {t('call.begin')}
            </button>
            <Kept of={typed} />
          </div>
        </form>
      ) : null}
    </section>
  );
}
