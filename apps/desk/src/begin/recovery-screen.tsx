import { formatDate } from '@leeward/ui';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { saveBytes } from '../files/save.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { Frame } from './frame.tsx';
import { groupsOf, isGroup } from './recovery-code.ts';
import { noteRecoveryPending } from './recovery-pending.ts';

/** A sealed recovery file and the code that opens it. */
export type Recovery = {
  readonly recoveryFile: ArrayBuffer;
  readonly recoveryCode: string;
  /** The name to print; may be empty. */
  readonly organisation: string;
  /** It takes the place of a file that had been left without the newest key. */
  readonly wasOld?: boolean;
};

/** The file saved, the code on paper, and one group of it typed back: only then does it go on (section 5). */
export function RecoveryScreen({
  recovery,
  onDone,
}: {
  readonly recovery: Recovery;
  readonly onDone: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const groups = groupsOf(recovery.recoveryCode);
  const [place] = useState(() => Math.floor(Math.random() * groups.length));
  const [saved, setSaved] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [box, problem] = [useId(), useId()];

  useEffect(() => {
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, []);

  const finish = (): void => {
    const right = isGroup(typed, groups[place] ?? '');
    setWrong(!right);
    if (!right || !saved) return;
    noteRecoveryPending(false);
    onDone();
  };

  return (
    <Frame title={t('recovery.title')} lead={<p>{t('recovery.lead')}</p>}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        {recovery.wasOld === true ? (
          <div className="note warn screen-only" role="alert">
            <strong>{t('recovery.wasOld')}</strong>
            <p>{t('recovery.wasOldDo')}</p>
          </div>
        ) : null}
        <section className="card form-card stack tight screen-only">
          <h2>{t('recovery.stepFile', { number: 1 })}</h2>
          <p className="quiet">{t('recovery.fileHint')}</p>
          <div className="cluster">
            <button
              type="button"
              className={saved ? 'button' : 'button primary'}
              onClick={() => {
                saveBytes(recovery.recoveryFile, 'leeward-recovery.bin');
                setSaved(true);
              }}
            >
              {t('recovery.file')}
            </button>
            {saved ? (
              <span className="state confirmed" role="status">
                {t('recovery.fileSaved')}
              </span>
            ) : null}
          </div>
        </section>
        <section className="card form-card stack tight">
          <h2>{t('recovery.stepCode', { number: 2 })}</h2>
          <p className="quiet screen-only">{t('recovery.codeHint')}</p>
          <p className="print-only">
            {t('recovery.printText', {
              name: recovery.organisation === '' ? t('shell.mark') : recovery.organisation,
              date: formatDate(numbers, Date.now()),
            })}
          </p>
          <ol className="recovery-code code" dir="ltr" aria-label={t('recovery.code')}>
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a code never change places
              <li key={index}>{group}</li>
            ))}
          </ol>
          <div className="screen-only">
            <button type="button" className="button" onClick={() => window.print()}>
              {t('recovery.print')}
            </button>
          </div>
        </section>
        <section className="card form-card stack tight screen-only">
          <h2>{t('recovery.stepCheck', { number: 3 })}</h2>
          <div className="field">
            <label htmlFor={box}>{t('recovery.checkGroup', { number: place + 1 })}</label>
            <input
              id={box}
              className="code short"
              dir="ltr"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              aria-invalid={wrong}
              aria-describedby={problem}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
            />
            <span className="error" id={problem} role="alert">
              {wrong ? t('recovery.checkWrong') : ''}
            </span>
          </div>
        </section>
        <div className="cluster screen-only">
          <button type="submit" className="button primary" disabled={!saved}>
            {t('recovery.goOn')}
          </button>
          {saved ? null : <span className="small quiet">{t('recovery.fileFirst')}</span>}
        </div>
      </form>
    </Frame>
  );
}

/** A file was made, but its code was never typed back: the page was closed in between. A new one takes its place. */
export function RecoveryAgain({
  organisation,
  onRecovery,
  onLater,
}: {
  readonly organisation: string;
  readonly onRecovery: (recovery: Recovery) => void;
  readonly onLater: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('makeRecoveryFile');
  const make = async (): Promise<void> => {
    const answer = await action.run({});
    if (answer.ok) onRecovery({ ...answer.value, organisation });
  };
  return (
    <Frame title={t('recovery.title')} lead={<p>{t('recovery.lead')}</p>}>
      <div className="stack">
        <p className="note danger">{t('recovery.notFinished')}</p>
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="button" className="button primary" disabled={action.busy} onClick={() => void make()}>
            {t('recovery.makeNew')}
          </button>
          {action.failure === null ? null : (
            <button type="button" className="button quiet" onClick={onLater}>
              {t('recovery.later')}
            </button>
          )}
        </div>
      </div>
    </Frame>
  );
}
