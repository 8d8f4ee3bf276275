import { existsSync, readFileSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Config, readConfig } from '@leeward/relay';

export type Say = (text: string) => void;

export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Runs to its end and gives the exit code. */
  readonly run: (args: readonly string[], say: Say) => Promise<number>;
};

type Values = Readonly<Record<string, string | undefined>>;

/** The options of a command, all of them texts; null when something was not understood, which has been said. */
export function readOptions(args: readonly string[], names: readonly string[], say: Say): Values | null {
  const options: ParseArgsOptionsConfig = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  try {
    return parseArgs({ args: [...args], options, strict: true }).values as Values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    say(`${reason}. Options here: ${names.map((name) => `--${name}`).join(', ')}.`);
    return null;
  }
}

/**
 * The relay's settings: from the file that `--config` names, then the environment, then `--data`. Null when they are not
 * right, which has been said.
 */
export function readSettings(values: Values, say: Say): Config | null {
  const file = values['config'];
  if (file !== undefined && !existsSync(file)) {
    say(`There is no configuration file ${file}.`);
    return null;
  }
  const text = file === undefined ? null : readFileSync(file, 'utf8');
  const config = readConfig(text, process.env);
  if (!config.ok) {
    say(`These settings are not right:\n${config.error.map((one) => `  ${one}`).join('\n')}`);
    return null;
  }
  const data = values['data'];
  return data === undefined ? config.value : { ...config.value, data };
}
