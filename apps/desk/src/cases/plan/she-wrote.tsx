import type { DoorWord } from '@leeward/domain/request/shown-to-her.ts';
import { formatDateTime } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';

/** What she said to a measure herself, at her door: the last word open, those before it behind it. Each is signed by her. */
export function SheWrote({ words }: { readonly words: readonly DoorWord[] }): ReactNode {
  const { t } = useSpeech();
  const last = words.at(-1);
  if (last === undefined) return null;
  const before = words.slice(0, -1).toReversed();
  return (
    <div className="stack tight small" data-said="door">
      <OneWord word={last} />
      {before.length === 0 ? null : (
        <details>
          <summary>{t('plan.wroteBefore', { count: before.length })}</summary>
          {before.map((word) => (
            <OneWord key={word.item} word={word} />
          ))}
        </details>
      )}
    </div>
  );
}

function OneWord({ word }: { readonly word: DoorWord }): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <div className="stack tight">
      <p>
        {t(`plan.wrote.${word.answer}`, { date: formatDateTime(numbers, word.at) })}{' '}
        {word.version === null ? '' : t('plan.wroteVersion', { version: word.version })}{' '}
        <span className="quiet">
          {t('consent.proof')} <bdi className="num">{word.item.slice(0, 12)}</bdi>
        </span>
      </p>
      {word.words === '' ? null : <Words text={word.words} />}
      {word.outdated && word.effect === 'counts' ? <p className="note">{t('plan.wroteOld')}</p> : null}
      {word.effect === 'counts' ? null : <p className="note warn">{t(`plan.effect.${word.effect}`)}</p>}
    </div>
  );
}
