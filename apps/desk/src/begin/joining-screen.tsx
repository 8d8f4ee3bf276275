import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { CheckWords } from '../members/check-words.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { Frame } from './frame.tsx';

/** Waiting for an administrator, or for the first device of the same person: six words that both must see. */
export function JoiningScreen({
  as,
  words,
  state,
}: {
  readonly as: 'member' | 'device';
  readonly words: readonly string[];
  readonly state: 'waiting' | 'cancelled';
}): ReactNode {
  const { t } = useSpeech();
  const wipe = useAction('wipe');
  const isDevice = as === 'device';
  if (state === 'cancelled') {
    return (
      <Frame title={t(isDevice ? 'begin.device' : 'join.titleUnknown')}>
        <div className="stack">
          <p className="note warn" role="alert">
            {t(isDevice ? 'device.refused' : 'join.refused')}
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
    <Frame title={t('join.words')} lead={<p>{t(isDevice ? 'device.wordsHint' : 'join.wordsHint')}</p>}>
      <div className="stack">
        <CheckWords words={words} label={t('join.words')} />
        <p className="state sent" role="status">
          {t(isDevice ? 'device.waiting' : 'join.waiting')}
        </p>
        <p className="quiet">{t('join.waitingHint')}</p>
      </div>
    </Frame>
  );
}
