#!/usr/bin/env node
/** `leeward <command>`: for whoever runs a relay. Ends with 0 when all went well, 1 when not, 2 when misunderstood. */
import { backup } from './commands/backup.ts';
import { checkCopyCommand } from './commands/check-copy.ts';
import { checkHeadersCommand } from './commands/check-headers.ts';
import type { Command, Say } from './commands/command.ts';
import { restore } from './commands/restore.ts';
import { serve } from './commands/serve.ts';
import { token } from './commands/token.ts';
import { verify } from './commands/verify.ts';

const commands: readonly Command[] = [
  serve,
  token,
  backup,
  restore,
  verify,
  checkHeadersCommand,
  checkCopyCommand,
];

export async function main(args: readonly string[], say: (text: string) => void): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = commands.find((one) => one.name === name);
  if (command !== undefined)
    return rest.includes('--help') ? tell(say, usageOf(command)) : runCommand(command, rest, say);
  if (name === 'help' || name === '--help' || name === '-h') return tell(say, help());
  say(`There is no command "${name}".\n\n${help()}`);
  return 2;
}

/** What a command could not foresee is said in one sentence, and ends it as a failure. */
async function runCommand(command: Command, args: readonly string[], say: Say): Promise<number> {
  try {
    return await command.run(args, say);
  } catch (error) {
    say(`It did not work: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function tell(say: (text: string) => void, text: string): number {
  say(text);
  return 0;
}

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `leeward <command> [options]\n\n${lines.join('\n')}\n\n\`leeward <command> --help\` shows the options of one.`;
}

const usageOf = ({ name, usage, summary }: Command): string => `leeward ${name} ${usage}\n\n${summary}`;

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), (text) => console.log(text));
