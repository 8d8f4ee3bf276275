import { guessMapping } from '@leeward/domain/bring/guess.ts';
import type { Mapping } from '@leeward/domain/bring/mapping.ts';
import { planRow, type Words } from '@leeward/domain/bring/plan-row.ts';
import { type BroughtTable, tableOfJson, tableOfRows } from '@leeward/domain/bring/table.ts';
import type { RowToBring } from '@leeward/workspace/bring/contract.ts';
import { bringHandlers } from '@leeward/workspace/desk/bring-handlers.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { EngineDesk } from './engine-desk.ts';

/* Tables as the desk's screen plans them, and the session's own commands about them over a desk without its clockwork. */

export const bringWords: Words = {
  urgency: { urg_high: ['high'], urg_standard: ['standard'] },
  state: {},
  status: {},
  countries: { KE: ['Kenya'], UG: ['Uganda'] },
  languages: { sw: ['Swahili'], ar: ['Arabic'] },
  ties: { fam_child: ['child'] },
  reason: 'Brought from a table.',
  person: 'Person',
  answer: () => null,
  asksDate: () => false,
  otherDate: () => ({ problem: 'not-a-date' }),
};

export const randomId = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');

/** Rows of cells, of which the first has the headings, as they would be brought. @throws Error where one needs a look. */
export function rowsToBring(
  cells: readonly (readonly string[])[],
  columns: Mapping['columns'] = {},
): readonly RowToBring[] {
  return planned(tableOfRows(cells), { columns });
}

/** The same of an export in JSON, with tables inside of its rows. */
export function jsonToBring(json: unknown, chosen: Partial<Mapping> = {}): readonly RowToBring[] {
  const table = tableOfJson(json);
  if (table === null) throw new Error('no table');
  return planned(table, chosen);
}

function planned(table: BroughtTable, chosen: Partial<Mapping>): readonly RowToBring[] {
  const guessed = guessMapping(table);
  const mapping = { ...guessed, ...chosen, columns: { ...guessed.columns, ...chosen.columns } };
  return table.rows.map((row) => {
    const read = planRow({ ...row, digest: `row ${row.number}` }, mapping, {}, bringWords, {
      newId: randomId,
    });
    if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
    const { key, number, pseudonym, events, identity, people, ids } = read;
    return { key, row: number, pseudonym, events, identity, people, ids };
  });
}

/** The session's own commands. */
export function bringing({ engine }: EngineDesk) {
  return bringHandlers({ opened: (work) => work(engine, () => undefined), inOrder: (work) => work() });
}

export function given<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
