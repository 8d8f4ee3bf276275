/** Says what is wrong in files of entries: `node packages/directory/scripts/check.ts [file ...]`; without files, all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '../src/validate.ts';

const folder = join(import.meta.dirname, '../data/entries');
const files =
  process.argv.length > 2 ? process.argv.slice(2) : readdirSync(folder).map((name) => join(folder, name));
let flaws = 0;
for (const file of files) {
  const read = validate(JSON.parse(readFileSync(file, 'utf8')));
  if (read.ok) {
    console.log(`${file}: ${read.mechanisms.length} entries, nothing wrong`);
    continue;
  }
  flaws += read.flaws.length;
  for (const flaw of read.flaws) console.log(`${file}: ${flaw.id}: ${flaw.field}: ${flaw.what}`);
}
process.exitCode = flaws > 0 ? 1 : 0;
