import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '@leeward/relay/backup/backup.ts';
import { databaseFile, openStoreForReading } from '@leeward/relay/storage/open.ts';
import { type Command, readOptions, readSettings } from './command.ts';

export const backup: Command = {
  name: 'backup',
  summary: "Copies database, attachments and the relay's key into an empty folder, while the relay runs.",
  usage: '--to FOLDER [--config FILE] [--data FOLDER]',
  run: async (args, say) => {
    const values = readOptions(args, ['to', 'config', 'data'], say);
    const config = values === null ? null : readSettings(values, say);
    if (values === null || config === null) return 2;
    const to = values['to'];
    if (to === undefined) {
      say('Say where to: --to FOLDER (a new or empty one).');
      return 2;
    }
    if (config.database === 'sqlite' && !existsSync(join(config.data, databaseFile))) {
      say(`${config.data} holds no database: nothing to back up.`);
      return 1;
    }
    const store = await openStoreForReading(config);
    try {
      const done = await makeBackup(config.data, to, store.copyTo);
      if (!done.ok) {
        say(done.error);
        return 1;
      }
      const { files, bytes, missing } = done.value;
      say(`${files} files, ${bytes} bytes in ${to}.`);
      for (const name of missing) say(`Missing already, and so not in the backup: ${name}`);
      return missing.length === 0 ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};
