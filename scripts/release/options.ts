/** Reads the options of the two release commands. */

export type Options = {
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly rest: readonly string[];
};

/** Something that the person who typed the command can put right: shown as it is, without a trace. */
export class Mistake extends Error {}

/**
 * `known`: by name, whether a value follows. A name may be given several times.
 * @throws Mistake for a name that is not known or a value that is missing.
 */
export function readOptions(args: readonly string[], known: Readonly<Record<string, boolean>>): Options {
  const flags = new Map<string, string[]>();
  const rest: string[] = [];
  const waiting = [...args];
  for (let argument = waiting.shift(); argument !== undefined; argument = waiting.shift()) {
    if (!argument.startsWith('--')) {
      rest.push(argument);
      continue;
    }
    const [name = '', given] = argument.slice(2).split(/=(.*)/s);
    const takesValue = known[name];
    if (takesValue === undefined) throw new Mistake(`"--${name}" is not an option here; --help lists them.`);
    const value = takesValue ? (given ?? waiting.shift()) : '';
    if (value === undefined) throw new Mistake(`"--${name}" needs a value.`);
    flags.set(name, [...(flags.get(name) ?? []), value]);
  }
  return { flags, rest };
}

/** Runs a command: its exit code is that of `main`, and a mistake is said in one line. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
