import type { SetUrgency } from '@leeward/domain/request/judgement.ts';
import type { Account } from '@leeward/domain/request/otherwise.ts';
import {
  canEnterWord,
  canHandOver,
  canJoin,
  canMarkFile,
  canNoteContact,
  canSeeHandOver,
  canSetUrgency,
  canTakeBackUrgency,
  canTellDecline,
  canUnjoin,
} from '@leeward/domain/request/rules.ts';
import type { PreparedWords } from '@leeward/domain/team/events.ts';
import { canKeepWords, canSetQuiet } from '@leeward/domain/team/rules.ts';
import type { SafeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { Args, Builder } from './builder-parts.ts';
import { onRequest, onTeam, refsIn, text } from './builder-parts.ts';
import { buildCopy } from './copies.ts';
import { actorOf } from './engine.ts';
import { enteredEvents } from './entered.ts';

const texts = (args: Args, name: string): readonly string[] => {
  const value = args[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};
const number = (args: Args, name: string): number => {
  const value = args[name];
  return typeof value === 'number' ? value : 0;
};

/** What the acts of `requests-contract.ts` become on the state that stands now. */
export const requestBuilders: Readonly<Record<string, Builder>> = {
  handOver: onRequest((state, engine, args) => canHandOver(state, actorOf(engine), text(args, 'member'))),
  seeHandOver: onRequest((state, engine) => canSeeHandOver(state, actorOf(engine))),
  takeBackUrgency: onRequest((state, engine) => canTakeBackUrgency(state, actorOf(engine))),
  settleUrgency: onRequest((state, engine, args) =>
    canSetUrgency(state, actorOf(engine), {
      urgency: text(args, 'urgency') as SetUrgency,
      reason: text(args, 'reason'),
      replaces: refsIn(args['replaces']),
    }),
  ),
  enterRequest: onRequest((state, engine, args) => enteredEvents(state, actorOf(engine), args)),
  enterWord: onRequest((state, engine, args) =>
    canEnterWord(state, actorOf(engine), args['account'] as Account),
  ),
  noteContact: onRequest((state, engine, args) =>
    canNoteContact(state, actorOf(engine), {
      channel: text(args, 'channel') as SafeChannel,
      at: number(args, 'at'),
      words: text(args, 'words'),
    }),
  ),
  tellDecline: onRequest((state, engine, args) =>
    canTellDecline(state, actorOf(engine), {
      reason: text(args, 'reason') as Parameters<typeof canTellDecline>[2]['reason'],
      words: text(args, 'words'),
      alternatives: texts(args, 'alternatives'),
      noneKnown: args['noneKnown'] === true,
      wayBack: { days: number(args, 'wayBackDays') },
      channel: text(args, 'channel') as SafeChannel,
    }),
  ),
  keepCopy: buildCopy,
  markFile: onRequest((state, engine, args) =>
    canMarkFile(state, actorOf(engine), {
      blob: text(args, 'blob'),
      graphic: args['graphic'] === true,
      shows: text(args, 'shows'),
    }),
  ),
  setQuiet: onTeam((state, engine, args) =>
    canSetQuiet(state, actorOf(engine), args['quiet'] as Parameters<typeof canSetQuiet>[2]),
  ),
  joinRequests: onRequest((state, engine, args) =>
    canJoin(state, actorOf(engine), text(args, 'join'), text(args, 'record')),
  ),
  unjoinRequest: onRequest((state, engine, args) => canUnjoin(state, actorOf(engine), texts(args, 'joins'))),
  keepWords: onTeam((state, engine, args) =>
    canKeepWords(state, actorOf(engine), args['words'] as PreparedWords, refsIn(args['seen'])),
  ),
};
