import type { Answer } from './contract.ts';
import { withKeyReach } from './device-keys.ts';
import type { DeviceCommands } from './devices-contract.ts';
import { endThisDevice } from './end-this-device.ts';
import type { Engine } from './engine.ts';
import { endMemberDevice, memberDevices } from './member-devices.ts';
import {
  addDevice,
  cancelDevice,
  confirmDevice,
  deviceLinks,
  devicesView,
  endDevice,
  nameDevice,
} from './own-devices.ts';
import { isOwner } from './owner.ts';
import type { Handlers } from './rpc.ts';

type Session = {
  readonly origin: string;
  readonly opened: <T>(work: (engine: Engine) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Deletes what this device holds, because it was ended by its own owner. */
  readonly forget: () => Promise<void>;
};

/** What a session answers about the devices of its own member. */
export function deviceHandlers({
  origin,
  opened,
  exclusively,
  forget,
}: Session): Pick<Handlers, Exclude<keyof DeviceCommands, 'joinAsDevice'>> {
  return {
    devices: () =>
      opened(async (engine) => {
        const { devices, most } = devicesView(engine);
        return { ok: true, value: { devices: await withKeyReach(engine, devices), most } };
      }),
    addDevice: () => opened((engine) => addDevice(engine, origin)),
    deviceLinks: () => opened(async (engine) => ({ ok: true, value: await deviceLinks(engine, origin) })),
    confirmDevice: ({ join, ...proof }) =>
      opened((engine) =>
        exclusively(async () => {
          const right = await isOwner(engine, proof);
          return right.ok ? confirmDevice(engine, join) : right;
        }),
      ),
    cancelDevice: ({ join }) => opened((engine) => cancelDevice(engine, join)),
    nameDevice: ({ device, name }) => opened((engine) => exclusively(() => nameDevice(engine, device, name))),
    endDevice: ({ device, reason, ...proof }) =>
      opened((engine) =>
        exclusively(async () => {
          const right = await isOwner(engine, proof);
          return right.ok ? endDevice(engine, device, reason) : right;
        }),
      ),
    endThisDevice: () =>
      opened((engine) =>
        exclusively(async () => {
          const ended = await endThisDevice(engine);
          if (ended.ok) await forget();
          return ended;
        }),
      ),
    memberDevices: () => opened(async (engine) => ({ ok: true, value: await memberDevices(engine) })),
    endMemberDevice: ({ member, device, reason, ...proof }) =>
      opened((engine) =>
        exclusively(async () => {
          const right = await isOwner(engine, proof);
          return right.ok ? endMemberDevice(engine, member, device, reason) : right;
        }),
      ),
  };
}
