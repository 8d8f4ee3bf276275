import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { identityItems } from './identity/make.ts';
import type { NewItem } from './outbox.ts';
import { bytesOf } from './send.ts';

/**
 * A case, its identity record and their places in the teams' logs. The identity is made between 1 and 24 hours later
 * unless it is urgent, so that the two are not tied together by their times (rule 14).
 */
export async function caseItems(
  engine: Engine,
  conversation: string,
  id: string,
  pseudonym: string,
  teams: readonly string[],
  urgent: boolean,
): Promise<readonly NewItem[]> {
  const items: NewItem[] = [];
  for (const team of teams) {
    const log = toHex(await teamRecord(orgOf(engine), bytesOf(team)));
    const creates = { kind: 'team', teams: [team] };
    items.push({
      record: log,
      command: 'listRecord',
      args: { listed: id, kind: 'case' },
      creates,
      silent: true,
    });
  }
  items.push({
    record: id,
    command: 'openCase',
    args: { pseudonym, from: conversation, teams, case: id },
    creates: { kind: 'case', teams },
  });
  items.push({ record: conversation, command: 'linkCase', args: { case: id }, silent: true });
  return [...items, ...(await identityItems(engine, id, null, urgent))];
}
