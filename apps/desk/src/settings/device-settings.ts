import { type DeskLocale, isDeskLocale, matchDeskLocale } from '@leeward/ui';
import { type Calendar, isCalendar } from '@leeward/ui/calendar/calendars.ts';

/** What this device remembers about its screen. None of it is secret, and none of it leaves the device. */
export type DeviceSettings = {
  readonly locale: DeskLocale;
  /** The calendar in which dates are read and written; null for that of the language. */
  readonly calendar: Calendar | null;
  /** Minutes without use after which the desk locks itself. */
  readonly autoLock: number;
  /** Whether single letters act as keys, where nobody writes: whoever speaks to a computer turns them off. */
  readonly keys: boolean;
  /** Whether whatever is opened to be looked at stays out of focus until somebody asks. */
  readonly blur: boolean;
};

export const autoLockChoices = [5, 15, 30, 60] as const;
const usual = 15;
/** Where they lie in the storage of the page. */
export const settingsKey = 'leeward.screen';

/** Reads the settings; what is missing or damaged takes its usual value. */
export function readSettings(
  storage: Pick<Storage, 'getItem'> | null,
  preferred: readonly string[],
): DeviceSettings {
  const stored = parse(storage?.getItem(settingsKey) ?? '');
  const locale = stored['locale'];
  const autoLock = stored['autoLock'];
  const calendar = stored['calendar'];
  return {
    locale: typeof locale === 'string' && isDeskLocale(locale) ? locale : matchDeskLocale(preferred),
    calendar: isCalendar(calendar) ? calendar : null,
    autoLock: autoLockChoices.find((choice) => choice === autoLock) ?? usual,
    keys: stored['keys'] !== false,
    blur: stored['blur'] === true,
  };
}

/** Keeps the settings; a browser that refuses to keep anything is no reason to stop. */
export function keepSettings(storage: Pick<Storage, 'setItem'> | null, settings: DeviceSettings): void {
  try {
    storage?.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // Full or forbidden: the choice holds until the page is closed.
  }
}

/** The storage of this page, where the browser gives one. */
export function pageStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
