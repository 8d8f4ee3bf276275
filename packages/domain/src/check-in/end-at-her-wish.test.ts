import { describe, expect, it } from 'vitest';
import { emptyCase } from '../case/state.ts';
import { officer, story } from '../testing/conversation.ts';
import { id, item } from '../testing/people.ts';
import { endAtHerWish, stillRuns } from './end-at-her-wish.ts';

const begun = story().item(
  2,
  officer,
  item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'ar' }),
);
const wished = begun.item(3, officer, item(1, { type: 'checkInWish', v: 1, wants: 'end' }));
const agreed = (number: number, isAway = false) =>
  [
    id(number),
    { id: id(number), fields: {}, away: isAway ? { reason: 'Over.' } : null },
  ] as unknown as readonly [string, never];
const file = {
  ...emptyCase,
  parts: {
    ...emptyCase.parts,
    checkIns: { ...emptyCase.parts.checkIns, agreed: new Map([agreed(1), agreed(2), agreed(3, true)]) },
  },
};

describe('the end of signs of life that she wishes at her door', () => {
  it('ends everything that was agreed by word of mouth, each with the reason, and what has ended already not again [invariant 14]', () => {
    expect(endAtHerWish(wished.state, file, 'She wished it.')).toEqual({
      events: [1, 2].map((number) => ({
        type: 'CheckInPutAway',
        v: 1,
        id: id(number),
        reason: 'She wished it.',
      })),
      atDoor: null,
    });
    expect(stillRuns(wished.state, file).spoken).toHaveLength(2);
    expect(stillRuns(wished.state, null)).toEqual({ spoken: [], atDoor: null });
  });

  it('ends nothing where she did not wish it', () => {
    expect(endAtHerWish(begun.state, file, 'Nobody asked.')).toBeNull();
  });
});
