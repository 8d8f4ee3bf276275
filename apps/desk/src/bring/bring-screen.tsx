import { guessMapping, shapeOf } from '@leeward/domain/bring/guess.ts';
import { holdsIdentities, type Mapping, type Mends } from '@leeward/domain/bring/mapping.ts';
import { planRow, withDoubles } from '@leeward/domain/bring/plan-row.ts';
import type { BroughtTable } from '@leeward/domain/bring/table.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { type CompiledForm, readForm } from '@leeward/forms';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { newId } from '../cases/new-id.ts';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { useGivableTeams, useTeamName } from '../session/team-name.ts';
import { useActor } from '../session/use-actor.ts';
import { useForm } from '../session/use-form.ts';
import { useAction, useSession, useView } from '../session/use-session.tsx';
import { Batches } from './batches.tsx';
import { BringProgress } from './bring-progress.tsx';
import { ChooseFile } from './choose-file.tsx';
import { Columns } from './columns.tsx';
import { Preview } from './preview.tsx';
import { wordsFor } from './words.ts';

type Typed = {
  readonly batch: string;
  readonly source: string;
  readonly table: BroughtTable | null;
  readonly mapping: Mapping | null;
  readonly mends: Mends;
  readonly team: string;
};

/** Cases from a spreadsheet or another system: chosen, understood, mended, brought, and undone where it was wrong. */
export function BringScreen(): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const allowed = may(actor.role, 'case.edit', actor.permissions).ok;
  return (
    <Screen
      title={t('bring.title')}
      lead={<p>{t('bring.lead')}</p>}
      back={{ href: addressOf({ name: 'cases' }), label: t('cases.title') }}
    >
      <div className="stack part-screen">
        {allowed ? <Bringing /> : <p className="note">{t('bring.notAllowed')}</p>}
        <Batches />
      </div>
    </Screen>
  );
}

function Bringing(): ReactNode {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const teamName = useTeamName();
  const teams = useGivableTeams();
  const first = teams.find(({ purpose }) => purpose === 'protection')?.team ?? teams[0]?.team ?? '';
  const draft = useForm<Typed>('case:bring', null, () => ({
    batch: newId(),
    source: '',
    table: null,
    mapping: null,
    mends: {},
    team: first,
  }));
  const { batch, source, table, mapping, mends, team } = draft.form;
  const action = useAction('bringCases');
  const cases = useView('cases', {});
  const known = useView('broughtKeys', {});
  const forms = usePlacedForms();
  const custody = useView('custody', {});
  const mayHold = custody?.ok === true && custody.value !== null;
  const [clear, setClear] = useState(false);
  const [done, setDone] = useState<Outcome | null>(null);
  const [sourceBox, prefixBox, teamBox] = [useId(), useId(), useId()];
  const words = useMemo(() => wordsFor({ t, numbers }, source, forms), [t, numbers, source, forms]);
  const taken = useMemo(
    () =>
      new Set(
        (cases?.ok === true ? cases.value : []).map(({ pseudonym }) =>
          pseudonym.normalize('NFC').trim().toLowerCase(),
        ),
      ),
    [cases],
  );
  const before = useMemo(
    () =>
      new Set(
        (known?.ok === true ? known.value : []).flatMap((one) => (one.source === source ? [one.key] : [])),
      ),
    [known, source],
  );
  const planned = useMemo(() => {
    if (table === null || mapping === null) return [];
    return table.rows.map((row) => planRow(row, mapping, mends, words, { newId }));
  }, [table, mapping, mends, words]);
  const fresh = useMemo(
    () =>
      withDoubles(
        planned.filter(({ key }) => !before.has(key)),
        (name) => taken.has(name.normalize('NFC').trim().toLowerCase()),
        Object.entries(mapping?.columns ?? {}).find(([, target]) => target === 'pseudonym')?.[0],
      ),
    [planned, before, taken, mapping],
  );
  const ready = fresh.filter(({ problems }) => problems.length === 0);
  // Cases that are here already, and of whom the table says what belongs into an identity.
  const named = planned.filter(
    ({ key, identity, problems }) => before.has(key) && identity.length > 0 && problems.length === 0,
  );

  const give = async (): Promise<void> => {
    const rows = [...ready, ...named].map(({ key, number, pseudonym, events, identity, ids }) => ({
      key,
      row: number,
      pseudonym,
      events,
      identity,
      ids,
    }));
    const answer = await action.run({ batch, source, teams: [team], rows });
    if (!answer.ok) return;
    const { brought, known: left, identities } = answer.value;
    setDone({ brought, known: left.length, identities });
    // Rows that are still to be mended stay; they belong to the same import.
    if (fresh.length === ready.length) draft.given();
  };

  if (table === null || mapping === null)
    return (
      <div className="stack">
        {done === null ? null : <Done done={done} />}
        <ChooseFile
          onTable={(brought, name) => {
            setDone(null);
            draft.change({
              table: brought,
              source: name,
              mapping: { ...guessMapping(brought), prefix: t('bring.prefix') },
              mends: {},
            });
          }}
        />
      </div>
    );
  const shape = shapeOf(table);
  const hides = (column: string): boolean =>
    /^(leaveOut|identity:)/.test(mapping.columns[column] ?? '') || column.startsWith('identity:');
  const isHidden = (column: string): boolean => !clear && hides(column);
  const wantsIdentities = holdsIdentities(mapping);
  const isRefused = wantsIdentities && !mayHold;
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
      {table.columns.some(hides) ? (
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
      <Preview
        table={table}
        mapping={mapping}
        mends={mends}
        rows={fresh}
        words={words}
        isHidden={isHidden}
        onMapping={(next) => draft.change({ mapping: next })}
        onMend={(row, column, text) =>
          draft.change({ mends: { ...mends, [row]: { ...mends[row], [column]: text } } })
        }
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
        <Kept of={draft} onDiscard={() => setDone(null)} />
      </div>
    </form>
  );
}

type Outcome = { readonly brought: number; readonly known: number; readonly identities: number };

function Done({ done }: { readonly done: Outcome }): ReactNode {
  const { t } = useSpeech();
  return (
    <p className="note" role="status">
      {t('bring.done', { count: done.brought })}{' '}
      {done.known === 0 ? '' : t('bring.left', { count: done.known })}{' '}
      {done.identities === 0 ? '' : t('bring.identitiesDone', { count: done.identities })}{' '}
      <a href={addressOf({ name: 'cases' })}>{t('cases.title')}</a>
    </p>
  );
}

/** The forms that are asked in files, each fetched once. */
function usePlacedForms(): ReadonlyMap<string, CompiledForm> {
  const { session } = useSession();
  const placed = useView('placedQuestions', {});
  const wanted = placed?.ok === true ? [...new Set(placed.value.map(({ form }) => form))].join(' ') : '';
  const [forms, setForms] = useState<ReadonlyMap<string, CompiledForm>>(new Map());
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const found = new Map<string, CompiledForm>();
      for (const form of wanted.split(' ').filter((one) => one !== '')) {
        const answer = await session.call('formText', { form });
        const read = answer.ok ? readForm(answer.value.text) : null;
        if (read?.ok === true) found.set(form, read.value);
      }
      if (!gone) setForms(found);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [session, wanted]);
  return forms;
}
