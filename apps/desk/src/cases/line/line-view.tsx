import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { useConversation } from '../head/case-head.tsx';
import { CaseMomentView } from './case-moment.tsx';
import { byDay, filterCount, filtered, noFilter } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { type Line, lineOf } from './line-of.ts';
import { LineReaders } from './line-readers.tsx';
import { useLineWords } from './line-words.tsx';
import { TalkMomentView } from './talk-moment.tsx';

/** How many lines are drawn at first, and with each further step: a long case has thousands. */
const step = 60;

/** Everything that happened, the newest first, under its days; what is sought, and who could read it since when. */
export function LineView({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const conversation = useConversation(view);
  const [filter, setFilter] = useState(noFilter);
  const [drawn, setDrawn] = useState(step);
  const [readers, setReaders] = useState(false);
  const lines = useMemo(() => lineOf(view, conversation), [view, conversation]);
  const { words, drawing } = useLineWords(lines, filter.text.trim() !== '', (line) => (
    <LineMoment line={line} conversation={conversation} />
  ));
  const found = useMemo(() => filtered(lines, filter, words), [lines, filter, words]);
  const days = useMemo(() => byDay(found.slice(0, drawn)), [found, drawn]);
  const places = useMemo(() => [...new Set(lines.map(({ place }) => place))], [lines]);
  const people = useMemo(() => [...new Set(lines.flatMap(({ who }) => who ?? []))], [lines]);
  if (lines.length === 0) return <Empty title={t('case.timelineEmpty')} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus from line to line
    <div className="stack tight" onKeyDown={moveAlong}>
      {drawing}
      <div className="bar section-head">
        <span className="small quiet num" role="status">
          {filterCount(filter) === 0
            ? t('line.count', { count: lines.length })
            : t('list.shown', { count: found.length, total: lines.length })}
        </span>
        <label className="option small">
          <input type="checkbox" checked={readers} onChange={({ target }) => setReaders(target.checked)} />
          <span>{t('line.showReaders')}</span>
        </label>
      </div>
      <FilterForm
        filter={filter}
        places={places}
        people={people}
        onChange={(part) => {
          setFilter({ ...filter, ...part });
          setDrawn(step);
        }}
      />
      {found.length === 0 ? (
        <Empty title={t('list.nothing')}>
          <button type="button" className="button" onClick={() => setFilter(noFilter)}>
            {t('list.clear')}
          </button>
        </Empty>
      ) : null}
      {days.map(({ day, lines: ofDay }) => (
        <section key={`${day} ${ofDay[0]?.key}`} className="line-day">
          <h3 className="small quiet">{formatDate(numbers, day, 'UTC')}</h3>
          <ol className="timeline plain">
            {ofDay.map((line) => (
              <li
                key={line.key}
                // One Tab leads to the line, the arrows along it; links and buttons within have their own place.
                tabIndex={line.key === found[0]?.key ? 0 : -1}
                className="moment"
                data-kind={line.shown.moment.kind}
                data-place={line.place}
              >
                <LineMoment line={line} conversation={conversation} />
                {readers ? <LineReaders line={line} access={view.access} /> : null}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {found.length > drawn ? (
        <button type="button" className="button" onClick={() => setDrawn(drawn + step * 4)}>
          {t('line.older', { count: found.length - drawn })}
        </button>
      ) : null}
    </div>
  );
}

function LineMoment({
  line,
  conversation,
}: {
  readonly line: Line;
  readonly conversation: ReturnType<typeof useConversation>;
}): ReactNode {
  if (line.shown.from === 'case') return <CaseMomentView moment={line.shown.moment} />;
  if (conversation === null) return null;
  return <TalkMomentView moment={line.shown.moment} conversation={conversation} />;
}

/** Along the line by the arrows, from the field for words into it; Home and End lead to its ends. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement)) return;
  const moments = [...currentTarget.querySelectorAll<HTMLElement>('.moment')];
  const at = moments.indexOf(target);
  const fromField = target instanceof HTMLInputElement && target.dataset['find'] !== undefined;
  if (at < 0 && !(fromField && key === 'ArrowDown')) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: moments.length - 1 }[key];
  const next = to === undefined ? undefined : moments[to];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
