import type { AppName } from '../sites.ts';

/** What a page of each app may do: nothing, but for what is listed (section 8). */

/** Origins that one app has to know of another: the desk frames the viewer, the viewer lets the desk do so. */
export type Neighbours = Readonly<Record<AppName, readonly string[]>>;

type Directives = Readonly<Record<string, readonly string[]>>;

const common: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
};

function directivesOf(app: AppName, neighbours: Neighbours): Directives {
  switch (app) {
    case 'door':
      return {
        ...common,
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:'],
        // She listens to what she has recorded on the page before she sends it.
        'media-src': ['blob:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'frame-src': neighbours.files,
        'frame-ancestors': ["'none'"],
        'trusted-types': ['leeward'],
      };
    case 'desk':
      return {
        ...common,
        // Argon2id runs as WebAssembly at the desk.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'frame-src': neighbours.files,
        'frame-ancestors': ["'none'"],
        'trusted-types': ['leeward'],
      };
    case 'files':
      return {
        ...common,
        // What is viewed comes in as blobs; there is no way out: no connection, no frame but the ones that look in.
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ['blob:', 'data:'],
        'media-src': ['blob:'],
        'frame-src': ['blob:'],
        'frame-ancestors': [...neighbours.desk, ...neighbours.door],
        'trusted-types': ['leeward'],
      };
  }
}

/** Headers of every file of an app. `inlineMaps`: hashes of import maps in the page, the only inline text allowed. */
export function headersOf(
  app: AppName,
  neighbours: Neighbours,
  page: { readonly inlineMaps: readonly string[]; readonly scriptsHaveIntegrity: boolean },
): Readonly<Record<string, string>> {
  const directives = directivesOf(app, neighbours);
  const maps = page.inlineMaps.map((hash) => `'sha256-${hash}'`);
  const policy = Object.entries(directives)
    .map(([name, values]) => [name, ...values, ...(name === 'script-src' ? maps : [])].join(' '))
    .join('; ');
  return {
    'Content-Security-Policy': policy,
    ...(page.scriptsHaveIntegrity ? { 'Integrity-Policy': 'blocked-destinations=(script)' } : {}),
    'Cross-Origin-Opener-Policy': 'same-origin',
    // The viewer is framed from other origins and, in its sandbox, is itself of no origin.
    'Cross-Origin-Resource-Policy': app === 'files' ? 'cross-origin' : 'same-origin',
    ...(app === 'files' ? { 'Access-Control-Allow-Origin': '*' } : { 'X-Frame-Options': 'DENY' }),
    'Permissions-Policy': permissionsPolicy(app),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Origin-Agent-Cluster': '?1',
  };
}

function permissionsPolicy(app: AppName): string {
  const never = [
    'accelerometer',
    'autoplay',
    'browsing-topics',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'midi',
    'payment',
    'screen-wake-lock',
    'serial',
    'storage-access',
    'usb',
    'xr-spatial-tracking',
  ];
  // The desk reads an enrolment code with the camera and unlocks with a passkey; nobody else needs either.
  const own = ['camera', 'publickey-credentials-get', 'publickey-credentials-create', 'clipboard-write'];
  const desk = own.map((name) => `${name}=${app === 'desk' ? '(self)' : '()'}`);
  // The door records a voice note, when she presses the button and her browser has asked her.
  const door = `microphone=${app === 'door' ? '(self)' : '()'}`;
  return [...never.map((name) => `${name}=()`), ...desk, door].join(', ');
}
