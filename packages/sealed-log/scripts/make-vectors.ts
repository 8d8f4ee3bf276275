import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toVector } from '../src/testing/vectors.ts';
import { blob } from './freeze/blob.ts';
import { devices } from './freeze/devices.ts';
import { door } from './freeze/door.ts';
import { grants } from './freeze/grants.ts';
import { keys } from './freeze/keys.ts';
import { reply } from './freeze/reply.ts';
import { story } from './freeze/story.ts';
import { structures } from './freeze/structures.ts';

/*
 * Freezes vectors that do not exist yet, each from whatever the code is on that day. One that exists is never written
 * again: what it holds must open for ever. A new version of the format adds files beside them, under a new number.
 */
const folder = join(import.meta.dirname, '../vectors');
const makers = {
  'structures-2': structures,
  'keys-1': keys,
  'story-1': story,
  'door-1': door,
  'reply-1': reply,
  'blob-1': blob,
  'grants-1': grants,
  'devices-1': devices,
};

for (const [name, make] of Object.entries(makers)) {
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) console.log(`kept ${name}`);
  else {
    writeFileSync(file, toVector(await make()));
    console.log(`froze ${name}`);
  }
}
