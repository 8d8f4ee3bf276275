import type { Answer } from './contract.ts';
import type { DeviceCommands } from './devices-contract.ts';
import type { Engine } from './engine.ts';
import {
  addDevice,
  cancelDevice,
  confirmDevice,
  deviceLinks,
  devicesView,
  endDevice,
  nameDevice,
} from './own-devices.ts';
import type { Handlers } from './rpc.ts';
import { noteRight, noteWrong, waitingUntil } from './tries.ts';
import { openVault } from './vault.ts';

type Session = {
  readonly origin: string;
  readonly opened: <T>(work: (engine: Engine) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
};

/** What a session answers about the devices of its own member. */
export function deviceHandlers({
  origin,
  opened,
  exclusively,
}: Session): Pick<Handlers, Exclude<keyof DeviceCommands, 'joinAsDevice'>> {
  return {
    devices: () => opened(async (engine) => ({ ok: true, value: devicesView(engine) })),
    addDevice: () => opened((engine) => addDevice(engine, origin)),
    deviceLinks: () => opened(async (engine) => ({ ok: true, value: await deviceLinks(engine, origin) })),
    confirmDevice: ({ join, passphrase }) =>
      opened((engine) =>
        exclusively(async () => {
          const right = await isOwner(engine, passphrase);
          return right.ok ? confirmDevice(engine, join) : right;
        }),
      ),
    cancelDevice: ({ join }) => opened((engine) => cancelDevice(engine, join)),
    nameDevice: ({ device, name }) => opened((engine) => exclusively(() => nameDevice(engine, device, name))),
    endDevice: ({ device, reason, passphrase }) =>
      opened((engine) =>
        exclusively(async () => {
          const right = await isOwner(engine, passphrase);
          return right.ok ? endDevice(engine, device, reason) : right;
        }),
      ),
  };
}

/** Whether whoever sits at the open desk knows its passphrase: a minute at somebody's desk must not make a device. */
async function isOwner({ store, now }: Engine, passphrase: string): Promise<Answer<null>> {
  const until = await waitingUntil(store, now());
  if (until !== null) return { ok: false, error: { code: 'wait', until } };
  const vault = await openVault(store, passphrase);
  if (vault.ok) {
    await noteRight(store);
    return { ok: true, value: null };
  }
  if (vault.error === 'damaged') return { ok: false, error: { code: 'broken-file' } };
  await noteWrong(store, now());
  return { ok: false, error: { code: 'wrong-passphrase' } };
}
