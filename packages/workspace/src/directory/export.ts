import { csvOf } from '../tables/csv.ts';
import type { DirectoryCommands, Exported, ReleaseInUse, ShownEntry } from './contract.ts';
import { tableOf } from './table.ts';

/** The form of an export. It is no release: what stays in an organisation must not pass for public by being imported. */
export const exportFormat = 'leeward-directory-export/1';

/**
 * The directory as a file. Whoever opens it sees what the organisation sees, with its own changes and additions.
 * @param today stands in the file and in its name
 */
export async function exportDirectory(
  entries: readonly ShownEntry[],
  release: ReleaseInUse | null,
  today: string,
  { format, mechanisms, words }: DirectoryCommands['exportDirectory'][0],
): Promise<Exported> {
  const byId = new Map(entries.map((one) => [one.entry.id, one]));
  const chosen = mechanisms === null ? entries : mechanisms.flatMap((id) => byId.get(id) ?? []);
  const name = `directory-${today}.${format}`;
  switch (format) {
    case 'json':
      return { name, mediaType: 'application/json', bytes: asBuffer(jsonOf(chosen, release, today)) };
    case 'csv': {
      const mediaType = 'text/csv;charset=utf-8';
      return { name, mediaType, bytes: asBuffer(csvOf(tableOf(chosen, words))) };
    }
    case 'xlsx': {
      // The only part that needs a library: loaded when somebody asks for it.
      const { xlsxOf } = await import('../tables/xlsx.ts');
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return { name, mediaType, bytes: await xlsxOf(tableOf(chosen, words), words, today) };
    }
  }
}

function jsonOf(entries: readonly ShownEntry[], release: ReleaseInUse | null, today: string): string {
  return JSON.stringify(
    {
      format: exportFormat,
      exportedOn: today,
      release: release === null ? null : { version: release.version, hash: release.hash },
      entries: entries.map(({ entry, origin, changes, dueOn }) => ({
        ...entry,
        origin,
        changedHere: changes.map(({ field, released }) => ({ field, released })),
        dueOn,
      })),
    },
    null,
    1,
  );
}

const asBuffer = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;
