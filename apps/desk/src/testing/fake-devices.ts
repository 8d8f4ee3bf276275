import { hash } from '@leeward/domain/testing/people.ts';
import type { Topic } from '@leeward/workspace/desk/contract.ts';
import type {
  DeviceCommands,
  DeviceLinkView,
  OwnDeviceView,
} from '@leeward/workspace/desk/devices-contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import { me } from './fake-world.ts';

export const fakePassphrase = 'made up for tests only';
export const checkWords = ['canyon', 'lantern', 'orbit', 'walnut', 'ribbon', 'saddle'];

/** Devices of one person in memory: a link that is opened a moment later, and words to compare. */
export function fakeDevices(
  now: () => number,
  changed: (...topics: readonly Topic[]) => void,
  joining: () => void,
): Pick<Handlers, keyof DeviceCommands> {
  const day = 24 * 3_600_000;
  let devices: readonly OwnDeviceView[] = [
    { device: me.device, name: '1', since: now() - 90 * day, here: true, kind: 'device', live: true },
    { device: hash(501), name: '', since: now() - 90 * day, here: false, kind: 'recovery', live: true },
    { device: hash(502), name: 'Tablet', since: now() - 30 * day, here: false, kind: 'device', live: true },
    { device: hash(503), name: 'Phone', since: now() - 60 * day, here: false, kind: 'device', live: false },
  ];
  let links: readonly DeviceLinkView[] = [];
  let asked = 0;
  const close = async (join: string) => {
    links = links.filter((one) => one.join !== join);
    changed('deviceLinks', 'session');
    return { ok: true, value: null } as const;
  };
  return {
    devices: async () => ({ ok: true, value: { devices, most: 8 } }),
    addDevice: async () => {
      const made = {
        join: hash(600),
        link: `http://desk.localhost:8700/#device=${'0sample'.repeat(28)}`,
        expires: now() + 3_600_000,
        opened: null,
      };
      links = [made];
      asked = 0;
      changed('deviceLinks');
      return { ok: true, value: made };
    },
    deviceLinks: async () => {
      asked += 1;
      if (asked > 3) links = links.map((one) => ({ ...one, opened: { name: 'Phone', words: checkWords } }));
      return { ok: true, value: links };
    },
    confirmDevice: async ({ join, passphrase }) => {
      if (passphrase !== fakePassphrase) return { ok: false, error: { code: 'wrong-passphrase' } };
      const added = { device: hash(504), name: 'Phone', since: now(), here: false } as const;
      devices = [...devices, { ...added, kind: 'device', live: true }];
      return close(join);
    },
    cancelDevice: ({ join }) => close(join),
    joinAsDevice: async () => {
      joining();
      return { ok: true, value: { words: checkWords } };
    },
    nameDevice: async ({ device, name }) => {
      devices = devices.map((one) => (one.device === device ? { ...one, name } : one));
      changed('session');
      return { ok: true, value: null };
    },
    endDevice: async ({ device, passphrase }) => {
      if (passphrase !== fakePassphrase) return { ok: false, error: { code: 'wrong-passphrase' } };
      devices = devices.map((one) => (one.device === device ? { ...one, live: false } : one));
      changed('session');
      return { ok: true, value: null };
    },
  };
}
