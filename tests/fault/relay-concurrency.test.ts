import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { describe, it } from 'vitest';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import {
  cursorsNeverSkip,
  membersComeWhileOthersWrite,
  oneWinsEachPlace,
  thereAndBack,
} from '../support/relay-journeys.ts';
import { runs } from '../support/size.ts';

describe('a relay that many use at once', () => {
  const withRelay = async (act: (relay: TestRelay) => Promise<unknown>) => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, freeBytes: 0 } });
    try {
      await act(relay);
    } finally {
      await relay.end();
    }
  };

  it('gives cursors that never skip a row [fault 7]', () =>
    withRelay((relay) => cursorsNeverSkip(relay, 8, runs(25, 500))));
  it('lets one append win each place, and takes each entry once', () => withRelay(oneWinsEachPlace));
  it('judges every entry by the members of its moment [rule 12]', () =>
    withRelay(membersComeWhileOthersWrite));
  it('carries a request to the desk and an answer back', () => withRelay(thereAndBack));
});
