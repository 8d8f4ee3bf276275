import type { ListExport, SharedView } from '@leeward/domain/team/list-events.ts';
import { canNoteExport, canShareView, canWithdrawView } from '@leeward/domain/team/list-rules.ts';
import type { Builder } from './builder-parts.ts';
import { onTeam, text } from './builder-parts.ts';
import { actorOf } from './engine.ts';

/** What the acts of `lists/contract.ts` become on the state that stands now. */
export const listBuilders: Readonly<Record<string, Builder>> = {
  shareView: onTeam((state, engine, args) =>
    canShareView(state, actorOf(engine), args['view'] as SharedView),
  ),
  withdrawView: onTeam((state, engine, args) => canWithdrawView(state, actorOf(engine), text(args, 'view'))),
  noteExport: onTeam((state, engine, args) =>
    canNoteExport(state, actorOf(engine), args['noted'] as ListExport),
  ),
};
