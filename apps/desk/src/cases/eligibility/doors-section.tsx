import { type ListName, lists, type Mechanism, reason, type Verdict } from '@leeward/directory';
import { sayFinding, sayQuestion } from '@leeward/directory/say/index.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { answersOfCase } from '@leeward/workspace/directory/case-facts.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { isAsked } from '../../directory/find/find.ts';
import { shownFindings } from '../../directory/find/reasons.ts';
import { SpeakerProvider, useSpeaker } from '../../directory/speaker.tsx';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';
import { PickDoor } from './doors-taken.tsx';

type Props = { readonly view: CaseView; readonly directory: DirectoryView; readonly mayWrite: boolean };

/** The directory, held against the present facts of this file, without leaving it. */
export function DoorsSection(props: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <section className="stack screen-only" aria-labelledby="eligible-doors">
      <h2 id="eligible-doors">{t('eligible.doors')}</h2>
      <p className="quiet">{t('eligible.doorsHint')}</p>
      <SpeakerProvider>
        <Doors {...props} />
      </SpeakerProvider>
    </section>
  );
}

const page = 8;

function Doors({ view, directory, mayWrite }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const answers = useMemo(() => answersOfCase(view.state, today), [view.state, today]);
  const found = useMemo(
    () =>
      reason(
        directory.entries.map(({ entry }) => entry),
        { ...answers, told: directory.told },
        today,
      ),
    [directory.entries, directory.told, answers, today],
  );
  const byId = useMemo(
    () => new Map(directory.entries.map(({ entry }) => [entry.id, entry])),
    [directory.entries],
  );
  const [chosen, setList] = useState<ListName | null>(null);
  // Nobody is shown an empty list while another one has something.
  const list = chosen ?? lists.find((name) => found[name].length > 0) ?? 'fits';
  const [shown, setShown] = useState(page);
  if (!isAsked(answers)) return <p className="note">{t('eligible.notGiven')}</p>;
  const verdicts = found[list];
  return (
    <>
      <fieldset className="cluster" aria-label={t('eligible.doors')}>
        {lists.map((name) => (
          <button
            key={name}
            type="button"
            className="button small"
            aria-pressed={name === list}
            onClick={() => {
              setList(name);
              setShown(page);
            }}
          >
            {t(`eligible.doorList.${name}`)}{' '}
            <b className="num">{new Intl.NumberFormat(numbers).format(found[name].length)}</b>
          </button>
        ))}
      </fieldset>
      {verdicts.length === 0 ? (
        <p className="quiet">{t('eligible.doorsNone')}</p>
      ) : (
        <ol className="plain stack tight">
          {verdicts.slice(0, shown).map((verdict) => {
            const entry = byId.get(verdict.id);
            return entry === undefined ? null : (
              <DoorLine key={verdict.id} view={view} entry={entry} verdict={verdict} mayWrite={mayWrite} />
            );
          })}
        </ol>
      )}
      {verdicts.length > shown ? (
        <div>
          <button type="button" className="button" onClick={() => setShown(shown + 2 * page)}>
            {t('eligible.doorsMore')}
          </button>
        </div>
      ) : null}
    </>
  );
}

function DoorLine({
  view,
  entry,
  verdict,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly entry: Mechanism;
  readonly verdict: Verdict;
  readonly mayWrite: boolean;
}): ReactNode {
  const speaker = useSpeaker();
  const [question] = verdict.questions;
  return (
    <li className="card stack tight pad">
      <h3>
        <a href={addressOf({ name: 'directory', part: 'entry', record: null, mechanism: entry.id })}>
          <bdi>{entry.name}</bdi>
        </a>
      </h3>
      <ul className="plain reasons">
        {question === undefined ? null : (
          <li className="reason unknown">{sayQuestion(speaker, question, entry.name)}</li>
        )}
        {shownFindings(verdict).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one verdict never change places
          <li key={index} className={`reason ${finding.truth}`}>
            {sayFinding(speaker, finding)}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <div>
          <PickDoor view={view} of="mechanism" door={entry.id} name={entry.name} />
        </div>
      ) : null}
    </li>
  );
}
