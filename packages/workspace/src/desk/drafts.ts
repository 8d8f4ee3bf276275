import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Draft, DraftedCommand } from './contract.ts';
import type { Engine } from './engine.ts';

/*
 * What is half filled in: a command that somebody has begun and not given. It is kept as it is typed, sealed under this
 * device's own key, and is its author's alone (section 9: text lost on a failed submit). Names under which it lies
 * tell whoever holds the locked device neither the form nor the record.
 */

const prefix = 'typed:';

/** Bound to the author: what one member typed is never opened as another's, whoever uses this device later. */
async function placeOf(engine: Engine, command: DraftedCommand, record: string | null): Promise<string> {
  const author = toHex(engine.keys.member.id);
  return `${prefix}${await engine.local.nameFor(`${author} ${command} ${record ?? ''}`)}`;
}

/**
 * Keeps a form as it stands; null takes it away.
 * @throws where the device cannot store it: the screen still holds what was typed.
 */
export async function keepDraft(
  engine: Engine,
  draft: Pick<Draft, 'command' | 'record' | 'form'>,
): Promise<void> {
  const { command, record, form } = draft;
  const place = await placeOf(engine, command, record);
  if (form === null) return engine.store.delete(place);
  const kept: Draft = { command, record, form, since: engine.now() };
  await engine.store.put(place, await engine.local.seal(place, kept));
}

/** Takes a draft away, because its command was given. */
export const dropDraft = (engine: Engine, command: DraftedCommand, record: string | null): Promise<void> =>
  keepDraft(engine, { command, record, form: null });

/** Everything that the author has begun on this device; what cannot be opened is left where it is. */
export async function draftsOf(engine: Engine): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const { name, value } of await engine.store.values(prefix)) {
    const draft = (await engine.local.open(name, value)) as Draft | null;
    if (draft !== null && name === (await placeOf(engine, draft.command, draft.record))) drafts.push(draft);
  }
  return drafts;
}
