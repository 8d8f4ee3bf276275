import type { PreparedWords } from '@leeward/domain/team/events.ts';
import type { TeamState } from '@leeward/domain/team/state.ts';
import { wordsKey } from '@leeward/domain/team/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf, teamIdFor } from './engine.ts';
import type { NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import type { PreparedField } from './requests-contract.ts';

/* Templates are the intake team's own: whoever answers requests reads and changes them, in the log of that team. */

/** The log of the intake team; null where this member is not of it. */
async function intakeLog(
  engine: Engine,
): Promise<{ readonly record: string; readonly team: string; readonly state: TeamState } | null> {
  const intake = teamIdFor(engine, 'intake');
  if (intake === null || !engine.organisation.keyring.teams.has(toHex(intake))) return null;
  const record = toHex(await teamRecord(orgOf(engine), intake));
  const { folded } = await openRecord(engine, record);
  return folded.kind === 'team' ? { record, team: toHex(intake), state: folded.state } : null;
}

/** All prepared words, with what waits in the outbox as it will stand. */
export async function preparedWords(engine: Engine): Promise<readonly PreparedField[]> {
  const log = await intakeLog(engine);
  if (log === null) return [];
  const fields = new Map<string, PreparedField>();
  for (const [key, field] of log.state.words) {
    const [occasion = '', code = '', language = ''] = key.split(' ');
    const versions = field.map(({ value, by, claimedTime }) => ({ text: value, by, claimedTime }));
    fields.set(key, { occasion, code, language, versions });
  }
  const me = toHex(engine.keys.member.id);
  for (const { command, args, since, state } of engine.outbox) {
    if (command !== 'keepWords' || state === 'refused') continue;
    const words = args['words'] as PreparedWords;
    const { occasion, code, language, text } = words;
    const versions = [{ text, by: me, claimedTime: since }];
    fields.set(wordsKey(words), { occasion, code, language, versions });
  }
  return [...fields.values()].filter(({ versions }) => versions.some(({ text }) => text !== ''));
}

/** Keeps prepared words, over everything that stands now; null where this member is not of the intake team. */
export async function wordsItem(engine: Engine, words: PreparedWords): Promise<NewItem | null> {
  const log = await intakeLog(engine);
  if (log === null) return null;
  const seen = (log.state.words.get(wordsKey(words)) ?? []).map((one) => one.at);
  return {
    record: log.record,
    command: 'keepWords',
    args: { words, seen },
    creates: { kind: 'team', teams: [log.team] },
  };
}
