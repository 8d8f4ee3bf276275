import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { QuietMark } from '../care/quiet-mark.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
import { useDay } from '../today/use-day.ts';
import { useDone } from './undo.ts';

/** Giving a request to a colleague. No explanation is asked for; who is full can be seen. */
export function HandOverDialog({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const done = useDone();
  const action = useAction('handOver');
  const claim = useAction('claim');
  const load = useDay()?.load ?? [];
  const [chosen, setChosen] = useState('');
  const { record, colleagues } = view;

  const give = async (): Promise<void> => {
    if (chosen === '') return;
    const answer = await action.run({ record, member: chosen });
    if (!answer.ok) return;
    onClose();
    done(t('handOver.done', { name: nameOf(chosen) }), () => claim.run({ record }));
  };

  return (
    <Dialog title={t('handOver.title')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        {colleagues.length === 0 ? <p className="note">{t('handOver.nobody')}</p> : null}
        <fieldset className="field" hidden={colleagues.length === 0}>
          <legend>{t('handOver.to')}</legend>
          <div className="options">
            {colleagues.map((member) => {
              const carries = load.find((one) => one.member === member);
              return (
                <label key={member} className="option">
                  <input
                    type="radio"
                    name="colleague"
                    checked={chosen === member}
                    onChange={() => setChosen(member)}
                  />
                  <span>
                    <bdi>{nameOf(member)}</bdi> <QuietMark member={member} />
                    {carries === undefined ? null : (
                      <span className="hint num">
                        {t('handOver.carries', { requests: carries.requests, cases: carries.cases })}
                      </span>
                    )}
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
        <p className="small quiet">{t('handOver.hint')}</p>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy || chosen === ''}>
            {t('handOver.submit')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
