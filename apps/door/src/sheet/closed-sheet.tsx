import { formatDate } from '@leeward/ui/language/format.ts';
import type { DoorKey } from '@leeward/ui/language/keys.ts';
import type { SheetProblem } from '@leeward/workspace/door/sheet.ts';
import { useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';
import { ProblemText } from '../parts/problem.tsx';

type Kind = 'ended' | 'empty' | 'untrusted' | 'newer' | 'missing' | 'broken' | 'closed' | 'clock' | 'server';
const kinds: Readonly<Record<SheetProblem['code'], Kind>> = {
  ended: 'ended',
  empty: 'empty',
  untrusted: 'untrusted',
  newer: 'newer',
  'link-missing': 'missing',
  'link-broken': 'broken',
  'no-door': 'closed',
  expired: 'closed',
  'not-theirs': 'untrusted',
  'too-old': 'untrusted',
  clock: 'clock',
  relay: 'server',
};
/** What may be otherwise the next time. */
const mayPass: ReadonlySet<Kind> = new Set(['empty', 'closed', 'clock', 'server']);

/** There is nothing to answer here, and why: what happened, what is safe, what can be done. */
export function ClosedSheet({
  problem,
  again,
}: {
  readonly problem: SheetProblem;
  readonly again: () => void;
}) {
  const { t, tag } = useLanguage();
  const kind = kinds[problem.code];
  const key = (part: 'title' | 'happened' | 'do'): DoorKey => `sheet.closed.${kind}.${part}`;
  return (
    <Frame key={kind} title={t(key('title'))}>
      <ProblemText
        happened={t(key('happened'), { date: formatDate(tag, Date.now()) })}
        safe={t('sheet.closed.safe')}
        todo={t(key('do'))}
      />
      {mayPass.has(kind) ? (
        <div class="go">
          <button class="button primary wide" type="button" onClick={again}>
            {t('common.retry')}
          </button>
        </div>
      ) : null}
    </Frame>
  );
}
