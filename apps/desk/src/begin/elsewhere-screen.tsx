import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { Frame } from './frame.tsx';

/** How long a window that was asked may keep silent before the person is told what she can do herself. */
const patience = 6000;

/** The desk while another window of this browser works. It goes on by itself when that one is closed. */
export function ElsewhereScreen(): ReactNode {
  const { t } = useSpeech();
  const action = useAction('workHere');
  const [asked, setAsked] = useState(0);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (asked === 0) return;
    const timer = setTimeout(() => setSilent(true), patience);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <Frame title={t('elsewhere.title')} lead={t('elsewhere.why')}>
      <div className="stack">
        <p>{t('elsewhere.hint')}</p>
        <div className="cluster">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              setSilent(false);
              setAsked(asked + 1);
              void action.run({});
            }}
          >
            {t('elsewhere.here')}
          </button>
        </div>
        <FailureNote failure={action.failure} />
        {silent ? (
          <p className="note warn" role="alert">
            {t('elsewhere.silent')}
          </p>
        ) : null}
      </div>
    </Frame>
  );
}
