import type { Entry } from '@leeward/directory/entry.ts';
import type { Question, Truth } from '@leeward/directory/finding.ts';
import type { Verdict } from '@leeward/directory/reason.ts';
import {
  labelOf,
  sayHowOrdered,
  sayKnowledge,
  sayMechanismAsText,
  sayStanding,
  sayWarning,
} from '@leeward/directory/say/index.ts';
import { direction } from '@leeward/ui/language/languages.ts';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { Frame } from '../../parts/frame.tsx';
import { type FactLine, factsOf } from '../model/facts.ts';
import { nameOf } from '../model/next-question.ts';
import { reasonsBehind, reasonsOf } from '../model/reasons.ts';
import { useWords } from '../model/words.ts';
import { AskBox, type Asking } from '../parts/ask-box.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { ListMark } from '../parts/entry-card.tsx';

/** Everything about one entry: first what may harm, then why it stands where it stands, then the facts. */
export function EntryScreen({
  entry,
  verdict,
  others,
  open,
  asking,
  back,
  ask,
}: {
  readonly entry: Entry;
  readonly verdict: Verdict;
  /** Entries that are the same application form under another name. */
  readonly others: readonly Entry[];
  readonly open: (id: string) => void;
  readonly asking: Asking;
  readonly back: () => void;
  readonly ask: ComponentChildren;
}) {
  const { d, speaker } = useWords();
  const { t } = useLanguage();
  const dangers = entry.dangers.map((danger) => d(`danger.${danger}`));
  const warnings = verdict.warnings
    .filter(({ code }) => code !== 'danger' && code !== 'not-covered' && code !== 'not-its-own-site')
    .map((warning) => sayWarning(speaker, warning));
  return (
    <Frame
      title={entry.name}
      step={
        <button class="link screen-only" type="button" onClick={back}>
          {t('common.back')}
        </button>
      }
      lead={[
        labelOf(speaker, 'kind', entry.kind),
        ...(entry.organisation === entry.name ? [] : [entry.organisation]),
      ].join(' · ')}
    >
      <ListMark list={verdict.list} />
      {dangers.length === 0 ? null : (
        <section class="note danger stack tight">
          <h2>{d('label.dangers')}</h2>
          <ul>
            {dangers.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Why verdict={verdict} entry={entry} asking={asking} />
      <div class="card parts">
        {factsOf(speaker, entry).map(({ label, lines }) => (
          <section key={label} class="part fact">
            <h2>{label}</h2>
            {lines.length === 1 ? (
              <Line {...(lines[0] ?? { text: '' })} />
            ) : (
              <ul>
                {lines.map((line) => (
                  <li key={line.text}>
                    <Line {...line} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {others.length === 0 ? null : (
        <section class="stack tight">
          <p>{d('label.sameForm')}</p>
          <ul class="plain">
            {others.map((other) => (
              <li key={other.id}>
                <button class="link" type="button" onClick={() => open(other.id)}>
                  <bdi translate={false}>{other.name}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Address entry={entry} />
      {warnings.length === 0 ? null : (
        <section class="note warn stack tight">
          <h2>{d('label.warnings')}</h2>
          <ul>
            {warnings.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack tight">
        <h2>{d('label.knowledge')}</h2>
        <p class="quiet">{sayKnowledge(speaker, entry).join(' ')}</p>
      </section>
      <div class="stack tight screen-only">
        {ask}
        <div class="go">
          <button class="button" type="button" onClick={back}>
            {t('common.back')}
          </button>
          <button class="button" type="button" onClick={() => print()}>
            {d('label.print')}
          </button>
          <CopyText
            label={d('label.copy')}
            name={entry.name}
            text={() => sayMechanismAsText(speaker, entry, { verdict, answers: asking.answers })}
          />
        </div>
      </div>
    </Frame>
  );
}

/** What stands against it, what is open with what it takes to find it out, and what fits. */
function Why({
  verdict,
  entry,
  asking,
}: {
  readonly verdict: Verdict;
  readonly entry: Entry;
  readonly asking: Asking;
}) {
  const { d, speaker } = useWords();
  // A question that was answered here stays, so that the answer can be seen and changed.
  const [first] = useState<readonly Question[]>(verdict.questions);
  const questions = [...new Map([...first, ...verdict.questions].map((one) => [nameOf(one), one])).values()];
  const part = (truth: Truth, title: string) => {
    const found = reasonsOf(speaker, verdict, truth);
    return found.length === 0 ? null : (
      <div class="stack tight">
        <h3>{title}</h3>
        <ul class="reasons">
          {found.map(({ words }) => (
            <li key={words} class={truth}>
              {words}
            </li>
          ))}
        </ul>
      </div>
    );
  };
  return (
    <section class="stack">
      <h2>{d('label.verdict')}</h2>
      {part('no', d('label.notMet'))}
      {verdict.list === 'not' && questions.length === 0 ? part('unknown', d('label.unclear')) : null}
      {questions.length === 0 ? null : (
        <div class="stack tight">
          <h3>{d('label.unclear')}</h3>
          {questions.map((question) => (
            <div key={nameOf(question)} class="card padded stack tight open">
              {reasonsBehind(speaker, verdict, question).map((words) => (
                <p key={words} class="small quiet">
                  {words}
                </p>
              ))}
              <AskBox question={question} entry={entry} asking={asking} />
            </div>
          ))}
        </div>
      )}
      {part('yes', d('label.met'))}
      <details class="screen-only">
        <summary>{d('label.standing')}</summary>
        <div class="stack tight">
          <ul>
            {sayStanding(speaker, verdict.standing, entry, asking.answers).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p class="small quiet">{sayHowOrdered(speaker)}</p>
        </div>
      </details>
    </section>
  );
}

/** The only address that is shown. Selectable text first: a link leaves a trace where it leads and on this device. */
function Address({ entry }: { readonly entry: Entry }) {
  const { d, speaker } = useWords();
  return (
    <section class="stack tight address">
      <h2>{d('label.link')}</h2>
      <p>
        <span class={entry.link.own ? 'chip' : 'chip warn'}>
          {speaker.capital(d(entry.link.own ? 'link.own' : 'link.about'))}
        </span>
      </p>
      <p class="code" dir="ltr" translate={false}>
        {entry.link.url}
      </p>
      <p class="small quiet screen-only">
        {d('link.opens')} {d('screen.link.trace')}
      </p>
      <p class="screen-only">
        <a class="button" href={entry.link.url} target="_blank" rel="noreferrer noopener">
          {d('screen.link.open')}
        </a>
      </p>
    </section>
  );
}

/** A line of facts. What is left in another language says so, to the eye and to whatever reads it aloud. */
function Line({ text, language, mark }: FactLine) {
  if (language === undefined || mark === undefined) return <p class="words">{text}</p>;
  return (
    <div>
      <p lang={language} dir={direction(language)} class="words">
        {text}
      </p>
      <p class="small quiet">{mark}</p>
    </div>
  );
}
