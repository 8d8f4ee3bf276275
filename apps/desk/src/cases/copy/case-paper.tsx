import type { CopyPart } from '@leeward/domain/copy/choose.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { formatDate, formatDateTime } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { AskedDocuments } from '../documents/asked-documents.tsx';
import { usePartScreens } from '../part-screens.ts';
import { phaseKey } from '../phase.ts';
import { AnswersPaper } from './answers-paper.tsx';

/** Under which name a part has its screen, where the two differ. */
const screens: Partial<Record<CopyPart, string>> = {
  incident: 'incidents',
  sheet: 'sheets',
};

/** The chosen parts of a file for a printer, which also makes PDF: only this way is Arabic and Burmese set right. */
export function CasePaper({
  view,
  parts,
  onDone,
}: {
  readonly view: CaseView;
  readonly parts: readonly CopyPart[];
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  useEffect(() => {
    const done = (): void => onDone();
    window.addEventListener('afterprint', done);
    // What the parts fetch is here soon after.
    const timer = setTimeout(() => window.print(), 600);
    return () => {
      window.removeEventListener('afterprint', done);
      clearTimeout(timer);
    };
  }, [onDone]);
  return (
    <div className="case-paper">
      {parts.map((part) => (
        <section key={part} className="stack tight">
          <h2>{t(`fileCopy.part.${part}`)}</h2>
          <OnePart view={view} part={part} />
        </section>
      ))}
    </div>
  );
}

function OnePart({ view, part }: { readonly view: CaseView; readonly part: CopyPart }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const casePartScreens = usePartScreens();
  const { state } = view;
  if (part === 'head') {
    const next = latest(state.nextStep);
    return (
      <ul>
        <li>{t(`urgency.${state.urgency}`)}</li>
        <li>{t(phaseKey(state.phase))}</li>
        {state.responsible === null ? null : (
          <li>
            {t('case.responsible')}: {nameOf(state.responsible)}
          </li>
        )}
        {next === undefined || next.text === '' ? null : (
          <li>
            {t('case.next')}: <Words inline text={next.text} />
            {next.date === null ? '' : ` · ${formatDate(numbers, next.date, 'UTC')}`}
          </li>
        )}
      </ul>
    );
  }
  if (part === 'summary')
    return (
      <dl className="facts">
        {[...state.summary].map(([field, versions]) => (
          <div key={field}>
            <dt>{t(`bring.summary.${field}`)}</dt>
            {versions.map((written) => (
              <dd key={`${written.at.entry} ${written.at.index}`}>
                <Words text={written.value} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    );
  if (part === 'responsibility')
    return (
      <ul>
        {state.responsibleHistory.map((one) => (
          <li key={`${one.entry} ${one.index}`}>
            {nameOf(one.member)} · {formatDateTime(numbers, one.claimedTime)}
          </li>
        ))}
      </ul>
    );
  if (part === 'notes')
    return (
      <ul className="plain stack tight">
        {state.notes.map((note) => (
          <li key={`${note.entry} ${note.index}`}>
            <span className="small quiet">
              {nameOf(note.by)} · {formatDateTime(numbers, note.claimedTime)}
            </span>
            <Words text={note.text} />
          </li>
        ))}
      </ul>
    );
  if (part === 'answers') return <AnswersPaper view={view} />;
  if (part === 'asked') return <AskedDocuments view={view} allowed={false} item={null} />;
  const name = screens[part] ?? part;
  const shown = casePartScreens.find((one) => one.name === name || one.name === name.toLowerCase());
  return shown === undefined ? null : <shown.Screen view={view} item={null} />;
}
