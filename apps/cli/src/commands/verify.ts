import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles, readManifest } from '@leeward/relay/backup/manifest.ts';
import { verifyStore } from '@leeward/relay/backup/verify.ts';
import { databaseFile, openStoreForReading } from '@leeward/relay/storage/open.ts';
import { openSqliteForReading } from '@leeward/relay/storage/sqlite/open.ts';
import type { Store } from '@leeward/relay/storage/store.ts';
import { type Command, readOptions, readSettings, type Say } from './command.ts';

export const verify: Command = {
  name: 'verify',
  summary:
    'Walks every chain and every attachment of a data folder, or of a backup, and names what is missing or wrong.',
  usage: '[--backup FOLDER] [--config FILE] [--data FOLDER]',
  run: async (args, say) => {
    const values = readOptions(args, ['backup', 'config', 'data'], say);
    const config = values === null ? null : readSettings(values, say);
    if (values === null || config === null) return 2;
    const folder = values['backup'];
    if (folder !== undefined) return verifyBackup(folder, say);
    if (config.database === 'sqlite' && !existsSync(join(config.data, databaseFile))) {
      say(`${config.data} holds no database.`);
      return 1;
    }
    return report(await openStoreForReading(config), config.data, say);
  },
};

async function verifyBackup(folder: string, say: Say): Promise<number> {
  const manifest = await readManifest(folder);
  if (!manifest.ok) {
    say(manifest.error);
    return 1;
  }
  const wrong = await checkFiles(folder, manifest.value);
  for (const one of wrong) say(one);
  if (wrong.length > 0) return 1;
  return report(openSqliteForReading(join(folder, databaseFile)), folder, say);
}

async function report(store: Store, data: string, say: Say): Promise<number> {
  try {
    const findings = await verifyStore(store, data);
    for (const one of findings) say(one);
    say(
      findings.length === 0
        ? 'Everything is there, and everything verifies.'
        : `${findings.length} findings.`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}
