import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, type TestDesk } from '../support/desk.ts';
import { answers, hostileRelay } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

async function house(source?: string) {
  const relay = await startTestRelay(source === undefined ? {} : { source });
  const hostile = hostileRelay(relayFetch(relay.address));
  const desk = await openDesk(relay, { fetch: hostile.of('desk') });
  open.push(relay, desk);
  await foundAt(desk, relay);
  return { hostile, desk };
}

describe('the source of what runs here', () => {
  it('is named as the operator has set it, and as unknown where nobody has', async () => {
    const address = 'https://git.example.org/leeward';
    expect(await (await house(address)).desk.call('source', {})).toEqual({ address });
    expect(await (await house()).desk.call('source', {})).toEqual({ address: null });
  });

  it('is never an address that acts, whatever a server says', async () => {
    const { hostile, desk } = await house();
    for (const source of ['javascript:alert(1)', 'data:text/html,x', '//x', 7, '', null]) {
      const body = JSON.stringify({ license: 'AGPL-3.0-or-later', version: '0', source });
      hostile.does(
        'desk',
        answers(
          ({ path }) => path.endsWith('/source'),
          () => new Response(body, { headers: { 'Content-Type': 'application/json' } }),
        ),
      );
      expect(await desk.call('source', {}), String(source)).toEqual({ address: null });
      hostile.behaves();
    }
  });
});
