import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf, teamIdFor } from './engine.ts';
import type { NewItem } from './outbox.ts';
import { bytesOf } from './send.ts';

const hour = 3600 * 1000;

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
  const custody = teamIdFor(engine, 'custody');
  if (custody === null || !engine.organisation.keyring.teams.has(toHex(custody))) return items;
  const identity = toHex(randomBytes(32));
  const custodyLog = toHex(await teamRecord(orgOf(engine), custody));
  const creates = { kind: 'team', teams: [toHex(custody)] };
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const notBefore = urgent ? 0 : engine.now() + hour + Math.floor((random / 2 ** 32) * 23 * hour);
  const later = { notBefore, silent: true, creates };
  items.push(
    { record: custodyLog, command: 'listRecord', args: { listed: identity, kind: 'identity' }, ...later },
    { record: custodyLog, command: 'indexCustody', args: { identity, case: id }, ...later },
    {
      record: identity,
      command: 'beginIdentity',
      args: {},
      ...later,
      creates: { kind: 'identity', teams: [toHex(custody)] },
    },
  );
  return items;
}
