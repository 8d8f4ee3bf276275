import { createPatience, type DoorClient, type RelayProblem } from '@leeward/workspace/door/client.ts';
import {
  type AnswerProblem,
  createAnswer,
  type OpenSheet,
  type SheetStep,
} from '@leeward/workspace/door/sheet.ts';
import type { SheetAnswerMessage } from '@leeward/workspace/door/sheet-words.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { stopOnLeaving } from '../model/leaving.ts';
import { relayWords } from '../parts/failure.ts';
import { Frame } from '../parts/frame.tsx';

/** Sends the answer until the server's signature says that it has it. What was typed stays until then. */
export function Sending({
  sheet,
  client,
  answer,
  back,
  onSent,
}: {
  readonly sheet: OpenSheet;
  readonly client: DoorClient;
  readonly answer: Omit<SheetAnswerMessage, 'type' | 'v' | 'sheet'>;
  readonly back: () => void;
  readonly onSent: (storedAt: number) => void;
}) {
  const language = useLanguage();
  const { t } = language;
  const [step, setStep] = useState<SheetStep>('locking');
  const [waiting, setWaiting] = useState<RelayProblem | null>(null);
  const [problem, setProblem] = useState<AnswerProblem | null>(null);
  const [round, setRound] = useState(0);
  // One answer, whatever happens on the line: its very bytes are sent again.
  const [made] = useState(() => createAnswer(sheet, answer));
  const patience = useMemo(
    () => createPatience({ onWaiting: (wait) => setWaiting(wait?.problem ?? null) }),
    [],
  );
  const told = useRef(onSent);
  told.current = onSent;

  useEffect(() => {
    const stop = new AbortController();
    stopOnLeaving(() => stop.abort());
    setProblem(null);
    void made.send({ client, patience, now: Date.now, onStep: setStep, signal: stop.signal }).then((sent) => {
      if (stop.signal.aborted) return;
      if (sent.ok) told.current(sent.value);
      else setProblem(sent.error);
    });
    return () => stop.abort();
  }, [made, client, patience, round]);

  if (problem !== null)
    return (
      <Frame key="failed" title={t('sheet.notSent')}>
        <p class="note danger" role="alert">
          {problem.code === 'relay'
            ? relayWords(problem.problem, language)
            : t(problem.code === 'ended' ? 'sheet.closed.ended.happened' : 'error.receipt')}
        </p>
        <p>{t('sheet.keptHere')}</p>
        <div class="go">
          <button class="button" type="button" onClick={back}>
            {t('common.back')}
          </button>
          {problem.code === 'ended' ? null : (
            <button class="button primary wide" type="button" onClick={() => setRound((count) => count + 1)}>
              {t('common.retry')}
            </button>
          )}
        </div>
      </Frame>
    );
  return (
    <Frame key="sending" title={t('sheet.sending')}>
      <p class="state" role="status">
        {waiting === null ? t(`sheet.step.${step}`) : relayWords(waiting, language)}
      </p>
      {waiting === null ? null : (
        <button class="button" type="button" onClick={() => patience.hurry()}>
          {t('common.retry')}
        </button>
      )}
    </Frame>
  );
}
