import type { RequestState } from '@leeward/domain/request/state.ts';
import type { DeskKey } from '@leeward/ui';

/** What stands in the record of a field that a colleague changed meanwhile: her version, beside one's own. */
export type TheirVersion = {
  readonly by: string;
  readonly at: number;
  /** What it says: a sentence of ours, with a name where it needs one, or what she wrote. */
  readonly says:
    | { readonly key: DeskKey; readonly member: string | null }
    | { readonly words: string; readonly urgency: RequestState['urgency'] | null };
};

/** The version of a colleague, by the name of the field; null where the record shows it elsewhere, as the conversation. */
export function theirVersion(state: RequestState, field: string): TheirVersion | null {
  switch (field) {
    case 'claimedBy': {
      const claim = state.claims.at(-1);
      if (claim === undefined) return null;
      const says =
        claim.member === null
          ? ({ key: 'conflict.givenBack', member: null } as const)
          : ({ key: 'conflict.claimedBy', member: claim.member } as const);
      return { by: claim.by, at: claim.claimedTime, says };
    }
    case 'urgency': {
      const judged = state.urgencyHistory.findLast((one) => one.takenBack === null);
      if (judged === undefined) return null;
      return {
        by: judged.by,
        at: judged.claimedTime,
        says: { words: judged.reason, urgency: judged.urgency },
      };
    }
    case 'declined': {
      const { declined } = state;
      if (declined === null) return null;
      return { by: declined.by, at: declined.claimedTime, says: { words: declined.words, urgency: null } };
    }
    case 'setAside': {
      const { setAside } = state;
      if (setAside === null) return null;
      const says = { key: 'conflict.setAside', member: null } as const;
      return { by: setAside.by, at: setAside.claimedTime, says };
    }
    default:
      return null;
  }
}
