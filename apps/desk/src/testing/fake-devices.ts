import { hash } from '@leeward/domain/testing/people.ts';
import type { Topic } from '@leeward/workspace/desk/contract.ts';
import type {
  DeviceCommands,
  DeviceLinkView,
  MemberDeviceView,
  OwnDeviceView,
  OwnerProof,
} from '@leeward/workspace/desk/devices-contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import { me, second, third } from './fake-world.ts';

export const fakePassphrase = 'made up for tests only';
export const checkWords = ['canyon', 'lantern', 'orbit', 'walnut', 'ribbon', 'saddle'];

const isWrong = (proof: OwnerProof): boolean => 'passphrase' in proof && proof.passphrase !== fakePassphrase;

/** As different from one another as those of true keys are. */
const signOf = (device: string): string => {
  const mixed = Math.imul(Number.parseInt(device.slice(-6), 16) + 1, 2_654_435_761) >>> 0;
  const digits = mixed.toString(16).padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
};

/** Devices of one person in memory: a link that is opened a moment later, and words to compare. */
export function fakeDevices(
  now: () => number,
  changed: (...topics: readonly Topic[]) => void,
  joining: () => void,
): Pick<Handlers, keyof DeviceCommands> {
  const day = 24 * 3_600_000;
  const one = (
    device: string,
    name: string,
    days: number,
    kind: 'device' | 'recovery' = 'device',
    live = true,
  ): MemberDeviceView => {
    const since = now() - days * day;
    return { device, sign: signOf(device), name, since, kind, live, keys: 'all' };
  };
  const not = { here: false } as const;
  let devices: readonly OwnDeviceView[] = [
    { ...one(me.device, '1', 90), here: true },
    { ...one(hash(501), '', 90, 'recovery'), ...not, keys: 'not-next' },
    { ...one(hash(502), 'Tablet', 30), ...not },
    { ...one(hash(503), 'Phone', 60, 'device', false), ...not },
  ];
  let others = new Map([
    [me.member, [one(me.device, '1', 90)]],
    [second.member, [one(hash(510), 'Phone', 10), one(second.device, '1', 80)]],
    [third.member, [one(third.device, '1', 20)]],
  ]);
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
    confirmDevice: async ({ join, ...proof }) => {
      if (isWrong(proof)) return { ok: false, error: { code: 'wrong-passphrase' } };
      devices = [...devices, { ...one(hash(504), 'Phone', 0), ...not }];
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
    endDevice: async ({ device, reason: _reason, ...proof }) => {
      if (isWrong(proof)) return { ok: false, error: { code: 'wrong-passphrase' } };
      devices = devices.map((one) => (one.device === device ? { ...one, live: false } : one));
      changed('session');
      return { ok: true, value: null };
    },
    // The sample has no server: it is what a person without a connection sees.
    endThisDevice: async () => ({ ok: false, error: { code: 'offline' } }),
    memberDevices: async () => ({ ok: true, value: others }),
    endMemberDevice: async ({ member, device, reason: _reason, ...proof }) => {
      if (isWrong(proof)) return { ok: false, error: { code: 'wrong-passphrase' } };
      const rest = (others.get(member) ?? []).filter((one) => one.device !== device);
      others = new Map(others).set(member, rest);
      changed('session');
      return { ok: true, value: null };
    },
  };
}
