import {
  doubled,
  type InnerKind,
  type InnerTarget,
  identityTargets,
  type Mapping,
  type Target,
} from '@leeward/domain/bring/mapping.ts';
import { innerColumn } from '@leeward/domain/bring/plan-tools.ts';
import type { BroughtTable } from '@leeward/domain/bring/table.ts';
import { summaryFields } from '@leeward/domain/case/events.ts';
import { type CompiledForm, isAnswered, textIn } from '@leeward/forms';
import { type ReactNode, useId, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

const plainTargets = [
  'note',
  'leaveOut',
  'key',
  'pseudonym',
  'urgency',
  'state',
  'place',
  'placeSince',
  'nationality',
  'status',
  'languages',
  'ageBand',
  'nextStep',
  'nextDate',
] as const;
const innerKinds: readonly InnerKind[] = ['note', 'persons', 'incidents', 'leaveOut'];
const innerTargets = ['note', 'leaveOut', 'key', 'label', 'relation', 'age', 'country', 'when'] as const;
/** What the columns of an inner table can be: people have no "when", incidents no relation, notes are noted or left out. */
const innerTargetsOf: Readonly<Record<InnerKind, readonly (typeof innerTargets)[number][]>> = {
  note: ['note', 'leaveOut'],
  persons: innerTargets.filter((one) => one !== 'when'),
  incidents: ['note', 'leaveOut', 'country', 'when'],
  leaveOut: [],
};

type Props = {
  readonly table: BroughtTable;
  readonly mapping: Mapping;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** Columns whose words stay out of focus until somebody asks. */
  readonly isHidden: (column: string) => boolean;
  readonly onChange: (mapping: Mapping) => void;
};

/** Where the words of each column go. What nobody assigned goes into a note, so that nothing is lost unseen. */
export function Columns({ table, mapping, forms, isHidden, onChange }: Props): ReactNode {
  const { t, locale } = useSpeech();
  const id = useId();
  const samples = useMemo(() => samplesOf(table), [table]);
  const twice = doubled(mapping);
  const questions = [...forms].flatMap(
    ([
      form,
      {
        nodes,
        form: { title, languages },
      },
    ]) =>
      nodes
        .filter(
          ({ parent, question, repeats }) =>
            isAnswered(question.type) && repeats.length === 0 && parent !== -1,
        )
        .map(({ question }) => ({
          target: `answer:${form}:${question.name}` as const,
          label: `${textIn(title, locale, languages).text}: ${textIn(question.label, locale, languages).text}`,
        })),
  );
  const set = (column: string, target: Target): void =>
    onChange({ ...mapping, columns: { ...mapping.columns, [column]: target } });
  const setInner = (name: string, change: Partial<Mapping['inner'][string]>): void => {
    const before = mapping.inner[name] ?? { as: 'note' as const, columns: {} };
    onChange({ ...mapping, inner: { ...mapping.inner, [name]: { ...before, ...change } } });
  };
  return (
    <section className="stack" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{t('bring.columns')}</h2>
      <p className="quiet">{t('bring.columnsHint')}</p>
      {twice.length === 0 ? null : (
        <p className="note warn">{t('bring.doubled', { columns: twice.join(', ') })}</p>
      )}
      <ul className="plain stack tight bring-columns">
        {table.columns.map((column, index) => (
          <li key={column} className="card form-card">
            <label htmlFor={`${id}c${index}`}>
              <Words inline text={column} />
            </label>
            <span
              className={`small quiet bring-samples${isHidden(column) ? ' blurred' : ''}`}
              inert={isHidden(column)}
            >
              <Words inline text={(samples.get(column) ?? []).join(' · ')} />
            </span>
            <select
              id={`${id}c${index}`}
              value={mapping.columns[column] ?? 'note'}
              onChange={(event) => set(column, event.target.value as Target)}
            >
              {plainTargets.map((target) => (
                <option key={target} value={target}>
                  {t(`bring.target.${target}`)}
                </option>
              ))}
              <optgroup label={t('bring.targetSummary')}>
                {summaryFields.map((field) => (
                  <option key={field} value={`summary:${field}`}>
                    {t(`bring.summary.${field}`)}
                  </option>
                ))}
              </optgroup>
              <IdentityTargets />
              {questions.length === 0 ? null : (
                <optgroup label={t('filled.title')}>
                  {questions.map(({ target, label }) => (
                    <option key={target} value={target}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
          </li>
        ))}
      </ul>
      {table.inner.map(({ name, columns }, index) => {
        const inner = mapping.inner[name];
        return (
          <div key={name} className="card form-card stack tight">
            <label htmlFor={`${id}i${index}`}>
              {t('bring.inner')} <Words inline text={name} />
            </label>
            <select
              id={`${id}i${index}`}
              value={inner?.as ?? 'note'}
              onChange={(event) => setInner(name, { as: event.target.value as InnerKind })}
            >
              {innerKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`bring.innerKind.${kind}`)}
                </option>
              ))}
            </select>
            {inner?.as === 'leaveOut' ? null : (
              <ul className="plain stack tight bring-columns">
                {columns.map((column, at) => (
                  <InnerColumn
                    key={column}
                    id={`${id}i${index}c${at}`}
                    column={column}
                    samples={samples.get(innerColumn(name, column)) ?? []}
                    hidden={isHidden(innerColumn(name, column))}
                    kind={inner?.as ?? 'note'}
                    value={inner?.columns[column] ?? 'note'}
                    onChange={(target) =>
                      setInner(name, { columns: { ...inner?.columns, [column]: target } })
                    }
                  />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}

type InnerProps = {
  readonly id: string;
  readonly column: string;
  readonly samples: readonly string[];
  readonly hidden: boolean;
  readonly kind: InnerKind;
  readonly value: InnerTarget;
  readonly onChange: (target: InnerTarget) => void;
};

function InnerColumn({ id, column, samples, hidden, kind, value, onChange }: InnerProps): ReactNode {
  const { t } = useSpeech();
  const plain = innerTargetsOf[kind];
  // What means nothing here is noted, or stays out if it was to be an identity.
  const isPossible =
    plain.some((one) => one === value) || (kind === 'persons' && value.startsWith('identity:'));
  const shown = isPossible ? value : value.startsWith('identity:') ? 'leaveOut' : 'note';
  return (
    <li>
      <label htmlFor={id}>
        <Words inline text={column} />
      </label>
      <span className={`small quiet bring-samples${hidden ? ' blurred' : ''}`} inert={hidden}>
        <Words inline text={samples.join(' · ')} />
      </span>
      <select id={id} value={shown} onChange={(event) => onChange(event.target.value as InnerTarget)}>
        {plain.map((target) => (
          <option key={target} value={target}>
            {t(`bring.innerTarget.${target}`)}
          </option>
        ))}
        {kind === 'persons' ? <IdentityTargets /> : null}
      </select>
    </li>
  );
}

function IdentityTargets(): ReactNode {
  const { t } = useSpeech();
  return (
    <optgroup label={t('bring.targetIdentity')}>
      {identityTargets.map((target) => (
        <option key={target} value={`identity:${target}`}>
          {t(`bring.identity.${target}`)}
        </option>
      ))}
    </optgroup>
  );
}

/** The first different cells of each column, short; of inner tables too. */
function samplesOf(table: BroughtTable): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const put = (column: string, cell: string): void => {
    const list = found.get(column) ?? [];
    const short = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
    if (cell !== '' && list.length < 3 && !list.includes(short)) found.set(column, [...list, short]);
  };
  for (const { cells, inner } of table.rows.slice(0, 200)) {
    for (const [column, cell] of Object.entries(cells)) put(column, cell);
    for (const [name, turns] of Object.entries(inner))
      for (const turn of turns)
        for (const [column, cell] of Object.entries(turn)) put(innerColumn(name, column), cell);
  }
  return found;
}
