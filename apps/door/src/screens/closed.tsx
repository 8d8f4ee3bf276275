import type { DoorKey } from '@leeward/ui/language/keys.ts';
import type { DoorProblem } from '@leeward/workspace/door/open-door.ts';
import type { DoorWords } from '@leeward/workspace/door/texts.ts';
import { useLanguage } from '../model/language.ts';
import { FindSupport } from '../parts/find-support.tsx';
import { Frame } from '../parts/frame.tsx';
import { ProblemText } from '../parts/problem.tsx';

type Kind = 'missing' | 'broken' | 'none' | 'expired' | 'chain' | 'oldLink' | 'clock' | 'server';
const kinds: Readonly<Record<DoorProblem['code'], Kind>> = {
  'link-missing': 'missing',
  'link-broken': 'broken',
  'no-door': 'none',
  'not-theirs': 'chain',
  'too-old': 'oldLink',
  expired: 'expired',
  clock: 'clock',
  relay: 'server',
};

/** Nothing can be sent here, and why. What was typed stays on the page and can be copied. */
export function Closed({
  problem,
  words,
  typed,
  again,
  find,
}: {
  readonly problem: DoorProblem;
  readonly words: DoorWords;
  /** Her text so far; shown, so that she can take it elsewhere. */
  readonly typed: string;
  readonly again: () => void;
  /** To the directory, which works without anybody behind the link. */
  readonly find: () => void;
}) {
  const { t } = useLanguage();
  const kind = kinds[problem.code];
  const key = (part: 'title' | 'happened' | 'safe' | 'do'): DoorKey => `problem.${kind}.${part}`;
  const date = problem.code === 'expired' ? problem.since * 1000 : Date.now();
  const mayPass = kind === 'expired' || kind === 'server' || kind === 'none' || kind === 'clock';
  return (
    <Frame title={t(key('title'))}>
      <ProblemText happened={t(key('happened'), { date })} safe={t(key('safe'))} todo={t(key('do'))} />
      {mayPass ? (
        <div class="go">
          <button class="button primary wide" type="button" onClick={again}>
            {t('common.retry')}
          </button>
        </div>
      ) : null}
      {kind === 'expired' ? (
        <section class="stack tight">
          <h2>{t('problem.otherWays', { name: words.name })}</h2>
          <p class="words">{words.contacts === '' ? t('problem.noOtherWays') : words.contacts}</p>
        </section>
      ) : null}
      {typed === '' ? null : <p class="words card padded">{typed}</p>}
      <FindSupport find={find} />
    </Frame>
  );
}
