import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { addressOf, invitationIn, queueTabs, type Route, routeOf } from './route.ts';

const record = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((hex) => hex.join(''));

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom(...queueTabs).map((tab): Route => ({ name: 'requests', tab })),
  fc
    .tuple(record, fc.constantFrom('talk', 'decline', 'case'))
    .map(([id, part]) => ({ name: 'request', record: id, part }) as Route),
  record.map((id): Route => ({ name: 'case', record: id })),
  fc
    .tuple(fc.constantFrom('find', 'list'), fc.option(record))
    .map(([part, id]) => ({ name: 'directory', part, record: id }) as Route),
  fc
    .tuple(fc.option(record), fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/))
    .map(([id, mechanism]): Route => ({ name: 'directory', part: 'entry', record: id, mechanism })),
  fc
    .stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/)
    .map((mechanism): Route => ({ name: 'directory', part: 'change', mechanism })),
  fc.constantFrom('work', 'pictures', 'release', 'add').map((part) => ({ name: 'directory', part }) as Route),
  fc
    .constantFrom('today', 'enter', 'words', 'cases', 'members', 'door', 'alerts', 'settings', 'about')
    .map((name) => ({ name }) as Route),
);

describe('an address of the desk', () => {
  it('leads back to the place that it was made for', () => {
    fc.assert(
      fc.property(route, (one) => {
        expect(routeOf(addressOf(one))).toEqual(one);
      }),
      { numRuns: runs(200) },
    );
  });

  it('leads to the day where it makes no sense, and never breaks', () => {
    const home = { name: 'today' };
    expect(routeOf('')).toEqual(home);
    expect(routeOf('#/request/../../x')).toEqual(home);
    expect(routeOf('#/requests/constructor')).toEqual({ name: 'requests', tab: 'now' });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(routeOf(`#/${text}`).name).toBeTypeOf('string');
      }),
      { numRuns: runs(200) },
    );
  });

  it('keeps everything behind the #, which no server is ever sent', () => {
    fc.assert(
      fc.property(route, (one) => {
        expect(addressOf(one).startsWith('#/')).toBe(true);
      }),
    );
  });

  it('holds an invitation only where there is one', () => {
    expect(invitationIn('#join=AAAA')).toBe('#join=AAAA');
    expect(invitationIn('#join=')).toBeNull();
    expect(invitationIn('#/requests')).toBeNull();
  });
});
