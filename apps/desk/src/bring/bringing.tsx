import { guessMapping, shapeOf } from '@leeward/domain/bring/guess.ts';
import { holdsIdentities, type Mapping, targetIn } from '@leeward/domain/bring/mapping.ts';
import { innerColumn } from '@leeward/domain/bring/plan-tools.ts';
import type { BroughtTable } from '@leeward/domain/bring/table.ts';
import type { HowToRead, TableProblem } from '@leeward/workspace/bring/contract.ts';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useGivableTeams, useTeamName } from '../session/team-name.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { BringProgress } from './bring-progress.tsx';
import { ChooseFile } from './choose-file.tsx';
import { Columns } from './columns.tsx';
import { Dates } from './dates.tsx';
import { Done, type Outcome } from './done.tsx';
import { HowRead } from './how-read.tsx';
import { Preview } from './preview.tsx';
import { useBringDraft } from './use-bring-draft.ts';
import { usePlacedForms } from './use-placed-forms.ts';
import { usePlan } from './use-plan.ts';
import { wordsFor } from './words.ts';

/** One table on its way: read, understood, mended, brought. */
export function Bringing(): ReactNode {
  const speech = useSpeech();
  const { t, numbers, calendar } = speech;
  const teamName = useTeamName();
  const teams = useGivableTeams();
  const first = teams.find(({ purpose }) => purpose === 'protection')?.team ?? teams[0]?.team ?? '';
  const draft = useBringDraft(first);
  const { batch, source, table, how, mapping, mends, team } = draft.form;
  const action = useAction('bringCases');
  const rereading = useAction('readTable');
  const forms = usePlacedForms();
  const custody = useView('custody', {});
  const mayHold = custody?.ok === true && custody.value !== null;
  const today = useToday();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<TableProblem | null>(null);
  const [clear, setClear] = useState(false);
  const [done, setDone] = useState<Outcome | null>(null);
  const [sourceBox, prefixBox, teamBox] = [useId(), useId(), useId()];
  const words = useMemo(
    () => wordsFor({ t, numbers }, source, forms, today),
    [t, numbers, source, forms, today],
  );
  const plan = usePlan({ table, mapping, mends, source, words });
  const { planned, fresh, ready, named } = plan;

  const give = async (): Promise<void> => {
    const rows = [...ready, ...named].map(({ key, number, pseudonym, events, identity, people, ids }) => ({
      key,
      row: number,
      pseudonym,
      events,
      identity,
      people,
      ids,
    }));
    const answer = await action.run({ batch, source, teams: [team], rows });
    if (!answer.ok) return;
    const { brought, known: left, identities, unknownPeople } = answer.value;
    setDone({ brought, known: left.length, identities, unknownPeople });
    // Rows that are still to be mended stay; they belong to the same import.
    if (fresh.length === ready.length) draft.given();
  };

  const guessed = (brought: BroughtTable, prefix: string): Mapping => {
    const guess = guessMapping(brought);
    return { ...guess, asksCalendar: guess.asksCalendar || calendar === 'ethiopic', prefix };
  };

  if (table === null || mapping === null)
    return (
      <div className="stack">
        {done === null ? null : <Done done={done} />}
        <ChooseFile
          onTable={(read, chosen) => {
            setDone(null);
            setProblem(null);
            // What was looked at in one table says nothing about the names in the next.
            setClear(false);
            setFile(chosen);
            draft.change({
              table: read.table,
              how: read.how,
              source: chosen.name.replace(/\.[a-z0-9]{1,5}$/i, ''),
              mapping: guessed(read.table, t('bring.prefix')),
              mends: {},
            });
          }}
        />
      </div>
    );
  const shape = shapeOf(table);
  const hides = (column: string): boolean => /^(leaveOut|identity:)/.test(targetIn(mapping, column));
  const isHidden = (column: string): boolean => !clear && hides(column);
  /** Reads the same file once more, as she says; what was decided about columns is decided anew. */
  const readAgain = async (next: HowToRead): Promise<void> => {
    if (file === null) return;
    const answer = await rereading.run({ file: await file.arrayBuffer(), name: file.name, how: next });
    if (!answer.ok) return;
    setProblem('problem' in answer.value ? answer.value.problem : null);
    if ('problem' in answer.value) return;
    const { table: other, how: otherwise } = answer.value;
    draft.change({ table: other, how: otherwise, mapping: guessed(other, mapping.prefix), mends: {} });
  };
  const hidesAny =
    table.columns.some(hides) ||
    table.inner.some(({ name, columns }) => columns.some((column) => hides(innerColumn(name, column))));
  const wantsIdentities = holdsIdentities(mapping);
  const isRefused = wantsIdentities && !mayHold;
  const mend = (row: number, place: string, text: string): void =>
    draft.change({ mends: { ...mends, [row]: { ...mends[row], [place]: text } } });
  return (
    <form
      className="stack wide-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      {done === null ? null : <Done done={done} />}
      <section className="card form-card stack tight">
        <p>
          {t('bring.table', { rows: table.rows.length, columns: table.columns.length })}{' '}
          {shape === 'other' ? '' : t(`bring.shape.${shape}`)}
        </p>
        {how === null ? null : (
          <HowRead
            how={how}
            isHere={file !== null}
            busy={rereading.busy}
            onChange={(next) => void readAgain(next)}
          />
        )}
        {problem === null ? null : (
          <p className="note warn" role="alert">
            {t(`bring.problem.${problem}`)}
          </p>
        )}
        <FailureNote failure={rereading.failure} />
        <div className="field">
          <label htmlFor={sourceBox}>{t('bring.source')}</label>
          <span className="hint">{t('bring.sourceHint')}</span>
          <input
            id={sourceBox}
            required
            maxLength={200}
            dir="auto"
            autoComplete="off"
            value={source}
            onChange={(event) => draft.change({ source: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={prefixBox}>{t('bring.prefixLabel')}</label>
          <input
            id={prefixBox}
            maxLength={40}
            dir="auto"
            autoComplete="off"
            value={mapping.prefix}
            onChange={(event) => draft.change({ mapping: { ...mapping, prefix: event.target.value } })}
          />
        </div>
        <div className="field">
          <label htmlFor={teamBox}>{t('bring.team')}</label>
          <select id={teamBox} value={team} onChange={(event) => draft.change({ team: event.target.value })}>
            {teams.map((one) => (
              <option key={one.team} value={one.team}>
                {teamName(one)}
              </option>
            ))}
          </select>
        </div>
      </section>
      {hidesAny ? (
        <div>
          <button type="button" className="button" aria-pressed={clear} onClick={() => setClear(!clear)}>
            {t(clear ? 'bring.hideHidden' : 'bring.showHidden')}
          </button>
        </div>
      ) : null}
      <Columns
        table={table}
        mapping={mapping}
        forms={forms}
        isHidden={isHidden}
        onChange={(next) => draft.change({ mapping: next })}
      />
      <Dates
        mapping={mapping}
        mends={mends}
        rows={fresh}
        isHidden={isHidden}
        onMapping={(next) => draft.change({ mapping: next })}
        onMend={mend}
      />
      <Preview
        table={table}
        mapping={mapping}
        mends={mends}
        rows={fresh}
        words={words}
        isHidden={isHidden}
        onMapping={(next) => draft.change({ mapping: next })}
        onMend={mend}
      />
      {planned.length === fresh.length ? null : (
        <p className="note">
          {t('bring.alreadyHere', { count: planned.length - fresh.length })}{' '}
          {named.length === 0 ? null : t('bring.identitiesKnown', { count: named.length })}
        </p>
      )}
      {isRefused ? (
        <p className="note warn" role="alert">
          {t('bring.noCustody')}
        </p>
      ) : wantsIdentities ? (
        <p className="note">{t('bring.identityHow')}</p>
      ) : null}
      <FailureNote failure={action.failure} />
      <BringProgress active={action.busy} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={
            action.busy ||
            plan.isBehind ||
            isRefused ||
            ready.length + named.length === 0 ||
            source.trim() === '' ||
            team === ''
          }
        >
          {ready.length === 0 && named.length > 0
            ? t('bring.bringIdentities', { count: named.length })
            : t('bring.bring', { count: ready.length })}
        </button>
        <Kept
          of={draft}
          onDiscard={() => {
            setDone(null);
            setFile(null);
          }}
        />
      </div>
    </form>
  );
}
