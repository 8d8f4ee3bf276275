import { makePrivateFolder } from '@leeward/relay/files.ts';
import { openStore } from '@leeward/relay/storage/open.ts';
import { makeToken } from '@leeward/relay/tokens.ts';
import { type Command, readOptions, readSettings } from './command.ts';

export const token: Command = {
  name: 'token',
  summary: 'Makes a one-time token for founding one organisation, and prints it. The relay may be running.',
  usage: '[--config FILE] [--data FOLDER]',
  run: async (args, say) => {
    const values = readOptions(args, ['config', 'data'], say);
    const config = values === null ? null : readSettings(values, say);
    if (config === null) return 2;
    makePrivateFolder(config.data);
    const store = await openStore(config);
    try {
      say(await makeToken(store));
      return 0;
    } finally {
      await store.close();
    }
  },
};
