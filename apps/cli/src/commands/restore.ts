import { restoreBackup } from '@leeward/relay/backup/restore.ts';
import { type Command, readOptions, readSettings } from './command.ts';

export const restore: Command = {
  name: 'restore',
  summary:
    'Restores a backup into a folder without a database: checks it, forgets again what was forgotten since, verifies everything.',
  usage: '--from FOLDER [--forgets JOURNAL] [--config FILE] [--data FOLDER]',
  run: async (args, say) => {
    const values = readOptions(args, ['from', 'forgets', 'config', 'data'], say);
    const config = values === null ? null : readSettings(values, say);
    if (values === null || config === null) return 2;
    const from = values['from'];
    if (from === undefined) {
      say('Say what to restore: --from FOLDER.');
      return 2;
    }
    const done = await restoreBackup(from, config.data, values['forgets'] ?? null, config.database);
    if (!done.ok) {
      say(`Nothing was restored.\n${done.error.map((one) => `  ${one}`).join('\n')}`);
      return 1;
    }
    const { files, forgotten, findings } = done.value;
    say(`${files} files restored to ${config.data}; ${forgotten} things forgotten again.`);
    if (findings.length === 0) return 0;
    say(
      `The restored data is not whole. Devices will send again what they hold:\n${findings.map((one) => `  ${one}`).join('\n')}`,
    );
    return 1;
  },
};
