/** The browser that the tests drive. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Installed, installDebianPackages } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * What Playwright turns off in every browser that it starts; of several such lists a browser hears the last alone, so it
 * stands here again (chromiumSwitches.ts of playwright-core).
 */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * The lists that open under an address bar are pages of their own in new browsers. Nobody sees them here, yet every
 * window loads two of them, which costs more than most of our screens do.
 */
const offForSpeed = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How Playwright starts the browser in tests: without a window, and without any traffic of its own. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...flags,
  `--disable-features=${[...offForPlaywright, ...offForSpeed].join(',')}`,
];

/** The same where it is started without Playwright, as a person starts it. */
export const OWN_CHROMIUM_FLAGS: readonly string[] = [
  ...flags,
  `--disable-features=${offForSpeed.join(',')}`,
];

/** The path of a browser: the one that CHROMIUM names, else one that the system has; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const folders = [
    '/usr/bin',
    ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const mac = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return [...places, ...mac].find((path) => existsSync(path));
}

/** Installs Debian's chromium, with a font that has Latin and Arabic letters so that screens can be looked at. */
export function installChromium(): Promise<Installed> {
  return installDebianPackages(['chromium', 'fonts-dejavu-core']);
}
