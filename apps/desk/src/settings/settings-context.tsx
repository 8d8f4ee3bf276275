import { createContext, type ReactNode, useContext } from 'react';
import type { DeviceSettings } from './device-settings.ts';

type Settings = {
  readonly settings: DeviceSettings;
  readonly change: (part: Partial<DeviceSettings>) => void;
};

const Context = createContext<Settings | null>(null);

export function SettingsProvider({
  value,
  children,
}: {
  readonly value: Settings;
  readonly children: ReactNode;
}): ReactNode {
  return <Context value={value}>{children}</Context>;
}

/** The settings of this device, and the way to change them. */
export function useSettings(): Settings {
  const settings = useContext(Context);
  if (settings === null) throw new Error('useSettings outside of SettingsProvider');
  return settings;
}
