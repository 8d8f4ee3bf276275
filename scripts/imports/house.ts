/**
 * Who may know whom. Imports run one way: apps -> workspace -> domain and sealed-log -> the leaves.
 * A room that is not named here may import nothing of ours: a new room is added on purpose, not by accident.
 */

/** One line that a room may import: a whole package, or only what lies under a path of it. */
export type Allowed = { readonly room: string; readonly under?: string };

const LEAVES = ['vocabulary', 'names'];
const ENGINES = ['directory', 'placement', 'estimation', 'linkage', 'screening', 'forms'];

const whole = (...rooms: readonly string[]): readonly Allowed[] => rooms.map((room) => ({ room }));

/** By room (its folder), the packages of ours that its sources may import. */
export const MAY_IMPORT: Readonly<Record<string, readonly Allowed[]>> = {
  'packages/vocabulary': [],
  'packages/names': [],
  'packages/domain': whole(...LEAVES),
  ...Object.fromEntries(ENGINES.map((engine) => [`packages/${engine}`, whole(...LEAVES)])),
  'packages/sealed-log': [],
  'packages/workspace': whole('domain', 'sealed-log', ...LEAVES, ...ENGINES),
  'packages/ui': whole(...LEAVES),
  // The relay judges signatures and sizes; how anything is sealed or opened is none of its knowledge.
  'apps/relay': [{ room: 'sealed-log', under: 'wire' }],
  // The door has a byte budget: of the workspace it takes the part that was made for it.
  // Of the release, it looks at its own headers; the manifest is for the desk and for whoever checks a server.
  'apps/door': [
    { room: 'workspace', under: 'door' },
    { room: 'workspace', under: 'release' },
    ...whole('ui', 'vocabulary', 'directory'),
    // Of forms only what answering one needs; it is fetched where an organisation has questions.
    { room: 'forms', under: 'door.ts' },
  ],
  'apps/desk': whole('workspace', 'ui', 'domain', ...LEAVES, ...ENGINES),
  'apps/files': whole('ui', 'vocabulary'),
  'apps/cli': whole('relay', 'workspace', 'domain', 'sealed-log', ...LEAVES),
};

/** Rooms whose sources run in a browser, so that nothing of Node may be in them. */
export const BROWSER_ROOMS: readonly string[] = [
  ...[...LEAVES, ...ENGINES, 'domain', 'sealed-log', 'workspace', 'ui'].map((name) => `packages/${name}`),
  'apps/door',
  'apps/desk',
  'apps/files',
];

/**
 * Files among the sources that run in Node while an app is built or tested, and never ship. All that lies in a folder
 * named `build` or `testing` is taken as such without being named here.
 */
export const BUILD_TIME: readonly string[] = [
  'packages/ui/src/language/compile.ts',
  'packages/ui/src/language/source-scan.ts',
  'packages/ui/src/language/unused-keys.ts',
  'packages/ui/src/language/vite-plugin.ts',
];

/** Packages of others that are themselves pure, and that a pure room may use: forms of data, checked. */
export const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'packages/directory': ['valibot'],
};

/** Rooms that are pure: the same input gives the same output, without a clock, chance, a screen or a network. */
export const PURE_ROOMS: readonly string[] = [...LEAVES, ...ENGINES, 'domain'].map(
  (name) => `packages/${name}`,
);

/** The room in which nothing may be able to speak to the outside (fault 69). */
export const SILENT_ROOM = 'packages/sealed-log';

/** Names by which code reaches a network. */
export const NETWORK_NAMES: ReadonlySet<string> = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
]);

/** Globals by which a package could reach a network without naming it: running text as code, or loading something. */
export const WAYS_AROUND: ReadonlySet<string> = new Set([
  'eval',
  'Function',
  'Image',
  'Audio',
  'FontFace',
  'Worker',
  'SharedWorker',
  'document',
  'navigator',
  'location',
  'open',
]);

/** Modules of Node by which code reaches a network, or another program that can. */
export const NETWORK_MODULES: ReadonlySet<string> = new Set(
  [
    'net',
    'http',
    'https',
    'http2',
    'tls',
    'dgram',
    'dns',
    'dns/promises',
    'child_process',
    'cluster',
    'inspector',
  ].flatMap((name) => [name, `node:${name}`]),
);

/** Globals that make a result depend on something other than the input. */
export const IMPURE_NAMES: ReadonlySet<string> = new Set([
  ...NETWORK_NAMES,
  'crypto',
  'document',
  'window',
  'self',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'performance',
  'process',
  'Buffer',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'postMessage',
  'globalThis',
]);
