import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { CheckWords } from '../members/check-words.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { Frame } from './frame.tsx';

/** Waiting for an administrator: six words that both must see. */
export function JoiningScreen({
  words,
  state,
}: {
  readonly words: readonly string[];
  readonly state: 'waiting' | 'cancelled';
}): ReactNode {
  const { t } = useSpeech();
  const wipe = useAction('wipe');
  if (state === 'cancelled') {
    return (
      <Frame title={t('join.titleUnknown')}>
        <div className="stack">
          <p className="note warn" role="alert">
            {t('join.refused')}
          </p>
          <FailureNote failure={wipe.failure} />
          <div>
            <button type="button" className="button primary" onClick={() => void wipe.run({})}>
              {t('join.again')}
            </button>
          </div>
        </div>
      </Frame>
    );
  }
  return (
    <Frame title={t('join.words')} lead={<p>{t('join.wordsHint')}</p>}>
      <div className="stack">
        <CheckWords words={words} label={t('join.words')} />
        <p className="state sent" role="status">
          {t('join.waiting')}
        </p>
        <p className="quiet">{t('join.waitingHint')}</p>
      </div>
    </Frame>
  );
}
