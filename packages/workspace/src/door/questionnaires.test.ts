import { type Bytes, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { fetchQuestionnaires } from './questionnaires.ts';
import { type DoorStory, doorStory, enter } from './testing/door-story.ts';
import { lostLine, problem } from './testing/memory-relay.ts';

const older = utf8('{"v":1,"name":"older"}');
const current = utf8('{"v":1,"name":"current","title":{"ar":"أسئلة"}}');
const next = utf8('{"v":1,"name":"second"}');

let story: DoorStory;
beforeAll(async () => {
  story = await doorStory();
});

/** The door with these questions in its signed settings, at a relay that answers for them with something of its own. */
async function ask(served: (hash: string) => Response | Promise<Response> | null) {
  const questionnaires = [await sha256(current), await sha256(next)];
  await story.publish({ settings: { questionnaires } });
  story.relay.questionnaires = [current, next];
  story.relay.between = async ({ path }, honest) => {
    const [, hash] = /\/questionnaires\/(.+)$/.exec(path) ?? [];
    return (hash === undefined ? null : await served(hash)) ?? honest();
  };
  const door = await enter(story);
  const fetched = await fetchQuestionnaires(door, story.client);
  return fetched.ok ? fetched.value : fetched.error.code;
}

describe('the organisation’s own questions, on their way to the door', () => {
  it('come as the administrators signed them, in their order', async () => {
    expect(await ask(() => null)).toEqual([
      { form: toHex(await sha256(current)), text: new TextDecoder().decode(current) },
      { form: toHex(await sha256(next)), text: new TextDecoder().decode(next) },
    ]);
  });

  it('are refused when the relay serves older ones, others of this door, or none that anybody signed [rule 17]', async () => {
    for (const swapped of [older, next, utf8(''), utf8('{"v":1,"name":"forged"}')])
      expect(await ask(() => new Response(swapped))).toBe('not-theirs');
  });

  it('are refused when a single byte was cut, added or changed [rule 17]', async () => {
    const changed = (at: number, bytes: readonly number[]): Bytes =>
      Uint8Array.from([...current.slice(0, at), ...bytes, ...current.slice(at + 1)]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(current.length - 1),
        fc.array(fc.nat(255), { maxLength: 3 }),
        async (at, bytes) => {
          const forged = changed(at, bytes);
          fc.pre(toHex(forged) !== toHex(current));
          expect(await ask(() => new Response(forged))).toBe('not-theirs');
        },
      ),
      { numRuns: runs(20) },
    );
    expect(await ask(() => new Response(current.slice(0, -1)))).toBe('not-theirs');
  });

  it('are named in settings that the relay cannot change: taking them out breaks the signature [rule 17]', async () => {
    await story.publish({ settings: { questionnaires: [await sha256(current)] } });
    const honest = await story.describe({ settings: { questionnaires: [await sha256(current)] } });
    const without = await story.describe();
    const { encode } = await import('@leeward/sealed-log/wire/codec.ts');
    const { descriptor } = await import('@leeward/sealed-log/wire/descriptor.ts');
    story.relay.descriptor = encode(descriptor, { ...honest, settings: without.settings });
    await expect(enter(story)).rejects.toThrow();
  });

  it('can be kept back, and then the door says so and loses nothing', async () => {
    expect(await ask(lostLine)).toBe('relay');
    expect(await ask(() => problem(404, 'nothing-there'))).toBe('relay');
  });

  it('cost nothing where there are none', async () => {
    await story.publish();
    const door = await enter(story);
    const before = story.relay.asked.length;
    expect(await fetchQuestionnaires(door, story.client)).toEqual({ ok: true, value: [] });
    expect(story.relay.asked.length).toBe(before);
  });
});
