/**
 * `npm start`: builds the apps where their sources have changed, starts a relay with its data in .data, and says
 * where to go. LEEWARD_PORT, LEEWARD_DATA and the other settings of docs/operations.md change it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, startRelay } from '@leeward/relay';
import { appsToBuild, build } from './build.ts';
import { changedApps, rememberBuilt } from './start/changed.ts';
import { greeting } from './start/greeting.ts';
import { root } from './testing/command.ts';

async function main(): Promise<number> {
  const config = readConfig(null, {
    ...process.env,
    LEEWARD_DATA: process.env['LEEWARD_DATA'] ?? join(root, '.data'),
  });
  if (!config.ok) return stop('These settings are not right:', config.error);
  const built = await buildChanged();
  if (!built) return 1;
  try {
    const relay = await startRelay(config.value, { log });
    const token = relay.organisations() === 0 ? await relay.token('only') : null;
    console.log(greeting(relay.url, token));
    await asked();
    console.log('\nStopping: what is under way is finished first.');
    await relay.stop();
    return 0;
  } catch (error) {
    return stop('Leeward could not start.', [reasonOf(error, config.value.port)]);
  }
}

/** Of the relay's own log, what somebody at this terminal should act upon. */
function log(line: string): void {
  if (/storage-failed|damaged|broke/.test(line)) console.error(line);
}

async function buildChanged(): Promise<boolean> {
  const apps = changedApps();
  if (apps.length === 0) return true;
  console.log(`Building ${apps.join(', ')} ...`);
  const results = await build(apps);
  // The others too: sealing touches all of them, and they were current a moment ago.
  const failed = new Set(results.filter(({ ok }) => !ok).map(({ app }) => app));
  rememberBuilt(appsToBuild().filter((app) => !failed.has(app)));
  for (const { app, ok, output } of results)
    if (!ok) console.log(`apps/${app} could not be built:\n${output}`);
  // An app that was built before keeps working; one that never was cannot be served at all.
  return results.every(({ app, ok }) => ok || existsSync(join(root, 'apps', app, 'dist', 'index.html')));
}

/** Resolves when somebody asks for the end. Ctrl-C arrives from the terminal and from npm: once is enough. */
function asked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

function reasonOf(error: unknown, port: number): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: perhaps Leeward runs already. Choose another with LEEWARD_PORT=8701 npm start.`;
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user. Choose one above 1024 with LEEWARD_PORT.`;
  return error instanceof Error ? error.message : String(error);
}

function stop(title: string, lines: readonly string[]): number {
  console.error(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  return 1;
}

process.exitCode = await main();
