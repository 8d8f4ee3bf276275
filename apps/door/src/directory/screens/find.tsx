import type { Verdict } from '@leeward/directory/reason.ts';
import { sayHowOrdered } from '@leeward/directory/say/index.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LineField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { useWords } from '../model/words.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { Keep } from '../parts/keep.tsx';
import { NextQuestion, type Sent } from '../parts/next-question.tsx';
import type { ChangeAnswers } from '../parts/question-field.tsx';
import { Questions } from '../parts/questions.tsx';
import { Results, type ResultsProps } from '../parts/results.tsx';

/** The questions and, under or beside them, what comes of them at once. */
export function Find({
  results,
  query,
  onQuery,
  change,
  forget,
  sent,
  open,
  listText,
  version,
  head,
  ask,
  note,
}: {
  readonly results: ResultsProps;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly change: ChangeAnswers;
  readonly forget: () => void;
  readonly sent: Sent | null;
  /** What is to be asked first, whatever she searches for: a question does not change while she types. */
  readonly open: readonly Verdict[];
  /** The list that is on the screen, as text. */
  readonly listText: () => string;
  readonly version: string;
  /** The way back, above the title. */
  readonly head: ComponentChildren;
  /** The way on to the organisation, where its door is open. */
  readonly ask: ComponentChildren;
  /** What she has to know before anything else, such as that her link is not complete. */
  readonly note: ComponentChildren;
}) {
  const { d, speaker } = useWords();
  const place = useRef<HTMLHeadingElement>(null);
  const { verdicts, asking, left, hasAnswers } = results;
  const counts = { fits: verdicts.fits.length, ask: verdicts.ask.length, not: verdicts.not.length };
  const all = counts.fits + counts.ask + counts.not;
  const toResults = (): void => {
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.focus({ preventScroll: true });
  };
  useFocusKept(place);
  return (
    <Frame key="find" title={d('label.title')} lead={d('label.lead')} step={head}>
      {note}
      <div class="find">
        <div class="stack screen-only">
          <p class="note small">
            {d('label.private')} {d('label.notOurs')}
          </p>
          <Questions answers={asking.answers} change={change} forget={forget} unfolded={results.unfolded} />
          <div class="jump">
            <button class="button primary wide" type="button" onClick={toResults}>
              {hasAnswers ? d('screen.see', counts) : d('screen.seeAll', { count: all })}
            </button>
          </div>
        </div>
        <div class="stack results">
          <div class="head">
            <h2 ref={place} tabIndex={-1}>
              {d('screen.results')}
            </h2>
            <p class="visually-hidden" role="status">
              {hasAnswers ? d('screen.counts', counts) : ''}
            </p>
          </div>
          {hasAnswers ? <NextQuestion verdicts={open} left={left} asking={asking} sent={sent} /> : null}
          <div class="screen-only">
            <LineField
              id="search"
              label={d('label.search')}
              hint={d('screen.search.help')}
              value={query}
              onChange={onQuery}
            />
          </div>
          <Results {...results} />
          <div class="stack tight screen-only">
            {ask}
            <div class="go">
              <button class="button" type="button" onClick={() => print()}>
                {d('label.print')}
              </button>
              <CopyText label={d('label.copy')} name={d('screen.listText')} text={listText} />
            </div>
            <Keep />
            <details>
              <summary>{d('label.standing')}</summary>
              <p class="small quiet">{sayHowOrdered(speaker)}</p>
            </details>
            <p class="small quiet">{d('label.version', { version })}</p>
          </div>
        </div>
      </div>
    </Frame>
  );
}

/** Where an answer takes away the entry that it was given in, the focus goes to the head of the list and not nowhere. */
function useFocusKept(place: { readonly current: HTMLElement | null }): void {
  const was = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      was.current = event.target as Element;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const lost = was.current !== null && !was.current.isConnected && document.activeElement === document.body;
    if (lost) place.current?.focus({ preventScroll: true });
  });
}
