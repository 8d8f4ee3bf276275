import { readFile, writeFile } from 'node:fs/promises';
import { checkContainer } from '@leeward/workspace/copy/container.ts';
import { type Command, readOptions } from './command.ts';

export const checkCopyCommand: Command = {
  name: 'check-copy',
  summary: 'Says whether a copy of a case is as it was when somebody took it, and writes out what it says.',
  usage: 'FILE [--organisation ID] [--write FILE]',
  run: async (args, say) => {
    const [file, ...rest] = args;
    if (file === undefined || file.startsWith('--')) {
      say('Name the file: leeward check-copy file-2026-11-21.json');
      return 2;
    }
    const values = readOptions(rest, ['organisation', 'write'], say);
    if (values === null) return 2;
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) {
      say(`"${file}" could not be read. Nothing was changed.`);
      return 1;
    }
    if (text.startsWith('age-encryption.org/')) {
      say('This copy is sealed with a passphrase. Open it first, with any age tool: age -d FILE > copy.json');
      return 1;
    }
    const checked = await checkContainer(text);
    if (checked.type === 'no-copy') {
      say('This is no copy of a case, or a part of it is missing.');
      return 1;
    }
    if (checked.type === 'changed') {
      say(
        'This copy was changed after it was taken: its signature is not of these words. Do not rely on it.',
      );
      return 1;
    }
    const { organisation, device } = checked;
    if (values['organisation'] !== undefined && values['organisation'] !== organisation) {
      say(`The signature holds, and it is of another organisation: ${organisation}.`);
      return 1;
    }
    say('Nobody has changed a letter of this copy since it was taken.');
    say(`Organisation: ${organisation}`);
    say(`Device that signed: ${device}`);
    say('Whether that device is theirs, the organisation itself can tell you: ask them by a way you trust.');
    if (values['write'] !== undefined) {
      await writeFile(values['write'], checked.text, { flag: 'wx' });
      say(`What it says was written to ${values['write']}.`);
    }
    return 0;
  },
};
