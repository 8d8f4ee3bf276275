import type { Mapping, Mends } from '@leeward/domain/bring/mapping.ts';
import {
  type PlannedRow,
  type Words as PlanWords,
  pseudonymPlace,
  type RowProblem,
} from '@leeward/domain/bring/plan-row.ts';
import type { CodeWords } from '@leeward/domain/bring/read-cell.ts';
import { type BroughtRow, type BroughtTable, own } from '@leeward/domain/bring/table.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** No more rows are on the screen at once; the others are counted. */
const shownAtOnce = 40;

type Props = {
  readonly table: BroughtTable;
  readonly mapping: Mapping;
  readonly mends: Mends;
  readonly rows: readonly PlannedRow[];
  readonly words: PlanWords;
  /** Columns whose words stay out of focus until somebody asks. */
  readonly isHidden: (column: string) => boolean;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onMend: (row: number, place: string, text: string) => void;
};

/** What stands in the way, to be decided for all rows at once or mended one by one, and how the cases would begin. */
export function Preview(props: Props): ReactNode {
  const { t } = useSpeech();
  const { rows } = props;
  const broken = rows.filter(({ problems }) => problems.length > 0);
  const fine = rows.filter(({ problems }) => problems.length === 0);
  return (
    <section className="stack" aria-labelledby="bring-preview">
      <h2 id="bring-preview">{t('bring.look')}</h2>
      <p role="status">
        {t('bring.fine', { count: fine.length })}{' '}
        {broken.length === 0 ? '' : t('bring.broken', { count: broken.length })}
      </p>
      <UnknownValues {...props} />
      {broken.slice(0, shownAtOnce).map((row) => (
        <BrokenRow key={row.number} row={row} {...props} />
      ))}
      {broken.length > shownAtOnce ? (
        <p className="quiet">{t('bring.more', { count: broken.length - shownAtOnce })}</p>
      ) : null}
      {fine.length === 0 ? null : (
        <details>
          <summary>{t('bring.howFine')}</summary>
          <ul className="stack tight">
            {fine.slice(0, shownAtOnce).map((row) => (
              <li key={row.number}>
                <Words inline text={row.pseudonym} />{' '}
                <span className="small quiet">
                  {t('bring.holds', {
                    facts: row.events.length,
                    people: row.persons,
                    incidents: row.incidents,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Cells that are in no list: what they mean is decided once for the whole column. */
function UnknownValues({ rows, mapping, words, isHidden, onMapping }: Props): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const unknown = new Map<string, Map<string, number>>();
  for (const { problems } of rows)
    for (const { column, code, cell } of problems) {
      if (code !== 'not-in-list') continue;
      const cells = unknown.get(column) ?? new Map<string, number>();
      unknown.set(column, cells.set(cell, (cells.get(cell) ?? 0) + 1));
    }
  // What was decided stays on view, so that it can be changed.
  for (const [column, cells] of Object.entries(mapping.values))
    for (const cell of Object.keys(cells)) {
      const list = unknown.get(column) ?? new Map<string, number>();
      if (!list.has(cell)) unknown.set(column, list.set(cell, 0));
    }
  if (unknown.size === 0) return null;
  const set = (column: string, cell: string, code: string | null): void => {
    const { [cell]: _old, ...rest } = mapping.values[column] ?? {};
    const cells = code === null ? rest : { ...rest, [cell]: code };
    onMapping({ ...mapping, values: { ...mapping.values, [column]: cells } });
  };
  return (
    <div className="card form-card stack tight">
      <h3>{t('bring.unknown')}</h3>
      {/* By the alphabet: nothing changes its place while somebody decides. */}
      {[...unknown]
        .toSorted(([left], [right]) => left.localeCompare(right))
        .map(([column, cells]) => {
          const list = listFor(mapping, words, column);
          return [...cells]
            .toSorted(([left], [right]) => left.localeCompare(right))
            .map(([cell, count]) => (
              <div key={`${column} ${cell}`} className="cluster">
                <label htmlFor={`${id}${column}${cell}`}>
                  <Words inline text={column} />:{' '}
                  <span className={isHidden(column) ? 'blurred' : undefined} inert={isHidden(column)}>
                    <Words inline text={cell} />
                  </span>{' '}
                  {count === 0 ? null : <span className="small quiet">{t('bring.times', { count })}</span>}
                </label>
                <select
                  id={`${id}${column}${cell}`}
                  value={own(own(mapping.values, column), cell) ?? '?'}
                  onChange={(event) =>
                    set(column, cell, event.target.value === '?' ? null : event.target.value)
                  }
                >
                  <option value="?">{t('bring.decide')}</option>
                  <option value="">{t('bring.leaveEmpty')}</option>
                  {Object.entries(list).map(([code, names]) => (
                    <option key={code} value={code}>
                      {names.find((name, index) => index === 1 && name !== '') ?? names[0] ?? code}
                    </option>
                  ))}
                </select>
              </div>
            ));
        })}
    </div>
  );
}

/** The list that the cells of a column are read by. */
function listFor(mapping: Mapping, words: PlanWords, column: string): CodeWords {
  const cut = column.lastIndexOf('/');
  const inner = mapping.inner[column.slice(0, cut)]?.columns[column.slice(cut + 1)];
  if (inner === 'relation') return words.ties;
  if (inner === 'country') return words.countries;
  switch (mapping.columns[column]) {
    case 'urgency':
      return words.urgency;
    case 'state':
      return words.state;
    case 'status':
      return words.status;
    case 'languages':
      return words.languages;
    default:
      return words.countries;
  }
}

function BrokenRow({ row, table, mends, isHidden, onMend }: Props & { readonly row: PlannedRow }): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const source = table.rows.find(({ number }) => number === row.number);
  return (
    <div className="card form-card stack tight">
      <h3>
        {t('bring.row', { row: row.number })} <Words inline text={row.pseudonym} />
      </h3>
      {row.problems.map(({ column, place, code, cell }, index) => {
        const written = source === undefined ? undefined : cellAt(source, place, row);
        const box = `${id}${index}`;
        return (
          <div key={`${place} ${code} ${cell}`} className="field">
            <label htmlFor={box}>
              {column === '' ? null : (
                <>
                  <Words inline text={column} />:{' '}
                </>
              )}
              <span className={isHidden(column) ? 'blurred' : undefined} inert={isHidden(column)}>
                {t(`bring.problem.${code satisfies RowProblem['code']}`, { cell })}
              </span>
            </label>
            {written === undefined ? null : (
              <input
                id={box}
                className={isHidden(column) ? 'blurred' : undefined}
                dir="auto"
                autoComplete="off"
                defaultValue={mends[row.number]?.[place] ?? written}
                onBlur={(event) => onMend(row.number, place, event.target.value.trim())}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  // Enter ends this cell and does not bring the table.
                  event.preventDefault();
                  event.currentTarget.blur();
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** What stands at a place of a row, also in a table inside of it; undefined where nothing there can be mended. */
function cellAt(source: BroughtRow, place: string, row: PlannedRow): string | undefined {
  if (place === pseudonymPlace) return row.pseudonym;
  const [table = '', turn, column] = place.split('\u0000');
  if (turn === undefined || column === undefined) return own(source.cells, place);
  return own(own(source.inner, table)?.[Number(turn)], column);
}
