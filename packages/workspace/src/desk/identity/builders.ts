import type { Ending } from '@leeward/domain/identity/readers.ts';
import {
  canBeginIdentity,
  canEditIdentity,
  canLetGo,
  canLetIn,
  canOpenIdentity,
} from '@leeward/domain/identity/rules.ts';
import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { Result } from '@leeward/domain/shared/result.ts';
import {
  canComparePersons,
  canIndexCustody,
  canNoteAccess,
  canNoteAccessOver,
  canWithdrawComparison,
} from '@leeward/domain/team/custody-rules.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import type { Args, Builder } from '../builder-parts.ts';
import { made, onTeam, text, wrongKind } from '../builder-parts.ts';
import { withRealPlaces } from '../case-acts.ts';
import type { Engine } from '../engine.ts';
import { actorOf } from '../engine.ts';
import { filesOf } from '../replies.ts';

const onIdentity =
  (
    rule: (state: IdentityState, engine: Engine, args: Args) => Result<readonly unknown[], Refusal>,
  ): Builder =>
  async (engine, view, args) =>
    view.folded.kind === 'identity' ? made(rule(view.folded.state, engine, args)) : wrongKind;

const number = (args: Args, name: string): number => {
  const value = args[name];
  return typeof value === 'number' ? value : 0;
};

/** What an item says of the sheet. */
export const sheetEventsIn = (args: Args): readonly SheetEvent[] =>
  Array.isArray(args['events']) ? (args['events'] as readonly SheetEvent[]) : [];

/** What people do about identities, and in custody's log. */
export const identityBuilders: Readonly<Record<string, Builder>> = {
  beginIdentity: onIdentity((state, engine) => canBeginIdentity(state, actorOf(engine))),
  noteAccess: onIdentity((state, engine, args) =>
    canOpenIdentity(state, actorOf(engine), text(args, 'reason')),
  ),
  actOnIdentity: async (engine, view, args) => {
    if (view.folded.kind !== 'identity') return wrongKind;
    const events = sheetEventsIn(args).map((event) => withRealPlaces(event, view));
    const allowed = canEditIdentity(view.folded.state, actorOf(engine), events);
    if (!allowed.ok) return allowed;
    // Keys of scans that the events name, for whoever reads the record.
    const quoted = filesOf(args).map((file) => encode(blobReference, file));
    return { ok: true, value: { events: allowed.value, quoted } };
  },
  letIn: onIdentity((state, engine, args) =>
    canLetIn(state, actorOf(engine), {
      grant: text(args, 'grant'),
      member: text(args, 'member'),
      until: number(args, 'until'),
      reason: text(args, 'reason'),
    }),
  ),
  letGo: onIdentity((state, engine, args) =>
    canLetGo(state, actorOf(engine), text(args, 'grant'), text(args, 'how') as Ending, text(args, 'reason')),
  ),
  indexCustody: onTeam((state, engine, args) =>
    canIndexCustody(state, actorOf(engine), text(args, 'identity'), {
      caseRecord: text(args, 'case'),
      // Kept by an older version of the desk: of her whom the case is about.
      person: text(args, 'person') === '' ? null : text(args, 'person'),
    }),
  ),
  noteAccessGiven: onTeam((state, engine, args) =>
    canNoteAccess(state, actorOf(engine), {
      grant: text(args, 'grant'),
      identity: text(args, 'identity'),
      member: text(args, 'member'),
      until: number(args, 'until'),
      reason: text(args, 'reason'),
    }),
  ),
  noteAccessOver: onTeam((state, engine, args) =>
    canNoteAccessOver(
      state,
      actorOf(engine),
      text(args, 'grant'),
      text(args, 'how') as Ending,
      text(args, 'reason'),
    ),
  ),
  comparePersons: onTeam((state, engine, args) =>
    canComparePersons(state, actorOf(engine), {
      comparison: text(args, 'comparison'),
      left: text(args, 'left'),
      right: text(args, 'right'),
      verdict: text(args, 'verdict') === 'different' ? 'different' : 'same',
      grounds: Array.isArray(args['grounds']) ? (args['grounds'] as readonly string[]) : [],
      reason: text(args, 'reason'),
    }),
  ),
  withdrawComparison: onTeam((state, engine, args) =>
    canWithdrawComparison(state, actorOf(engine), text(args, 'comparison'), text(args, 'reason')),
  ),
};
