import { startRelay } from '@leeward/relay';
import { type Command, readOptions, readSettings, type Say } from './command.ts';

export const serve: Command = {
  name: 'serve',
  summary: 'Starts the relay and keeps it running until it is told to stop (SIGTERM, SIGINT).',
  usage: '[--config FILE] [--data FOLDER]',
  run: async (args, say) => {
    const values = readOptions(args, ['config', 'data'], say);
    if (values === null) return 2;
    const config = readSettings(values, say);
    if (config === null) return 2;
    try {
      const relay = await startRelay(config);
      say(
        `desk ${relay.url('desk')}  door ${relay.url('door')}  listening on ${relay.address.host}:${relay.address.port}`,
      );
      if (relay.organisations() === 0)
        say('There is no organisation here yet. `leeward token` makes a one-time token for founding one.');
      await askedToStop();
      await relay.stop();
      return 0;
    } catch (error) {
      return failed(error, config.port, say);
    }
  },
};

/** Resolves when somebody asks for the end. A repeated signal is the same wish. */
function askedToStop(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

function failed(error: unknown, port: number, say: Say): number {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string };
  say(code === 'EADDRINUSE' ? `Port ${port} is taken by another program.` : (message ?? String(error)));
  return 1;
}
