import type { RequestEvent } from '@leeward/domain/request/events.ts';
import { canEnter } from '@leeward/domain/request/rules.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { Result } from '@leeward/domain/shared/result.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf, teamIdFor } from './engine.ts';
import type { NewItem } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { EnteredRequest } from './requests-contract.ts';

/** The events of an entered request, as far as the rules allow them. `args` is what the outbox keeps. */
export function enteredEvents(
  state: RequestState,
  actor: Actor,
  args: OutboxItem['args'],
): Result<readonly RequestEvent[], Refusal> {
  const { account, answered, judged, claim } = args as unknown as EnteredRequest;
  return canEnter(state, actor, account, {
    answered: answered === null ? null : { ...answered, at: account.at },
    judged: judged === null ? null : { ...judged, replaces: [] },
    claim,
  });
}

/**
 * A conversation without a mailbox: a record under a random id, as a case is, in the list of the intake team. Null where
 * this member has no key of intake: then she could not read it herself.
 */
export async function enteredItems(
  engine: Engine,
  entered: Omit<EnteredRequest, 'joinWith'>,
): Promise<{ readonly record: string; readonly items: readonly NewItem[] } | null> {
  const intake = teamIdFor(engine, 'intake');
  if (intake === null || !engine.organisation.keyring.teams.has(toHex(intake))) return null;
  const team = toHex(intake);
  const record = toHex(randomBytes(32));
  const listing: NewItem = {
    record: toHex(await teamRecord(orgOf(engine), intake)),
    command: 'listRecord',
    args: { listed: record, kind: 'conversation' },
    creates: { kind: 'team', teams: [team] },
    silent: true,
  };
  const entering: NewItem = {
    record,
    command: 'enterRequest',
    args: { ...entered },
    creates: { kind: 'conversation', teams: [team] },
  };
  return { record, items: [listing, entering] };
}
