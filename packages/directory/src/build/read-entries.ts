import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mechanism } from '../mechanism.ts';
import { validate } from '../validate.ts';

const folder = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * The mechanisms of the project's own data folder, by id. In Node only: at build time and in tests.
 * @throws Error that names every flaw, where a file holds what the form does not allow: nothing half-right is shipped
 */
export function readEntries(): readonly Mechanism[] {
  const files = readdirSync(join(folder, 'entries')).filter((name) => name.endsWith('.json'));
  const all = files.flatMap(
    (name) => JSON.parse(readFileSync(join(folder, 'entries', name), 'utf8')) as unknown[],
  );
  const read = validate(all);
  if (!read.ok) {
    throw new Error(
      `The directory is not valid:\n${read.flaws.map((flaw) => `${flaw.id}: ${flaw.field}: ${flaw.what}`).join('\n')}`,
    );
  }
  return [...read.mechanisms].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The version of the shipped set, from `data/release.json`. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as { version: string };
  return version;
}
