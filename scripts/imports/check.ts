/** Judges one source file by the rules of the house. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import {
  BROWSER_ROOMS,
  BUILD_TIME,
  IMPURE_NAMES,
  MAY_IMPORT,
  NETWORK_MODULES,
  NETWORK_NAMES,
  PURE_PACKAGES,
  PURE_ROOMS,
  SILENT_ROOM,
} from './house.ts';
import { readSource, type Source } from './read.ts';

const SCOPE = '@leeward/';
const builtins = new Set(builtinModules);

/** Where a file belongs and what it is there for. `path` is relative to the repository, with forward slashes. */
export type Place = {
  readonly path: string;
  readonly room: string;
  /** It ships: neither a test, nor something that only tests or builds use. */
  readonly isSource: boolean;
  readonly isTest: boolean;
};

/** Sorts a file by where it lies. */
export function placeOf(path: string): Place {
  const [first = '', second = ''] = path.split('/');
  const room = first === 'packages' || first === 'apps' ? `${first}/${second}` : first;
  const isTest = /\.test\.tsx?$/.test(path) || path.startsWith('tests/') || path.includes('/testing/');
  const isBuildTime = BUILD_TIME.includes(path) || path.includes('/build/');
  const ships = (room in MAY_IMPORT || room.includes('/')) && path.startsWith(`${room}/src/`);
  return { path, room, isTest, isSource: ships && !isTest && !isBuildTime };
}

/** What is wrong with a file's imports and names, one sentence each. `declared` are its room's npm packages. */
export function checkSource(path: string, text: string, declared: ReadonlySet<string>): readonly string[] {
  const place = placeOf(path);
  const source = readSource(path, text);
  const faults = [
    ...source.errors.map((error) => `cannot be read: ${error}`),
    ...source.imports.flatMap(({ specifier }) => checkImport(place, specifier, declared)),
    ...checkNames(place, source),
  ];
  return [...new Set(faults)].map((fault) => `${path}: ${fault}`);
}

function checkImport(place: Place, specifier: string, declared: ReadonlySet<string>): readonly string[] {
  if (specifier.startsWith('.')) return checkRelative(place, specifier);
  if (specifier.startsWith(SCOPE)) return checkOurs(place, specifier);
  if (specifier.startsWith('virtual:')) return []; // made by a build plugin, which is checked itself
  if (specifier.startsWith('node:') || builtins.has(specifier)) return checkBuiltin(place, specifier);
  return checkPackage(place, specifier, declared);
}

/** The file that a relative import names, without a query such as Vite's `?url`. */
export function resolveRelative(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}

function checkRelative(place: Place, specifier: string): readonly string[] {
  const target = resolveRelative(place.path, specifier);
  if (target === place.room || target.startsWith(`${place.room}/`)) return checkInside(place, target);
  if (place.isTest && target.startsWith('tests/support/')) return [];
  if (!place.isSource && !(place.room in MAY_IMPORT)) return []; // scripts, tests and bench look at everything
  return [`reaches out of its room to ${target}; other rooms are imported by their package name`];
}

function checkInside(place: Place, target: string): readonly string[] {
  if (place.isSource && target.startsWith(`${place.room}/src/`) && !placeOf(target).isSource) {
    return [`imports ${target}, which is for tests or builds and must not ship`];
  }
  const wire = `${SILENT_ROOM}/src/wire/`;
  const crypto = `${SILENT_ROOM}/src/crypto/`;
  if (
    place.isSource &&
    place.path.startsWith(wire) &&
    !target.startsWith(wire) &&
    !target.startsWith(crypto)
  ) {
    return [`imports ${target}; what the relay may know (wire) stands on itself and on crypto alone`];
  }
  return [];
}

function checkOurs(place: Place, specifier: string): readonly string[] {
  const [room = '', ...rest] = specifier.slice(SCOPE.length).split('/');
  const under = rest.join('/');
  if (!(place.room in MAY_IMPORT)) {
    return place.room === 'packages' || place.room.includes('/')
      ? [`is in ${place.room}, which scripts/imports/house.ts does not name; add it there on purpose`]
      : [];
  }
  // A test may hold its room against the real thing on the other side; what ships may not.
  if (place.isTest && !(place.room.startsWith('packages/') && isApp(room))) return [];
  if (place.room.endsWith(`/${room}`))
    return [`imports its own package by name (${specifier}); use a relative path`];
  if (place.isSource && /(^|\/)(testing|build)\//.test(under)) {
    return [`imports ${specifier}, which is for tests or builds and must not ship`];
  }
  const allowed = MAY_IMPORT[place.room]?.filter((line) => line.room === room) ?? [];
  if (allowed.some((line) => line.under === undefined || `${under}/`.startsWith(`${line.under}/`))) return [];
  const known = MAY_IMPORT[place.room] ?? [];
  const words = known
    .map((line) => SCOPE + line.room + (line.under === undefined ? '' : `/${line.under}`))
    .join(', ');
  return [`imports ${specifier}; of ours, ${place.room} may import ${words || 'nothing'}`];
}

const isApp = (room: string): boolean => `apps/${room}` in MAY_IMPORT;

function checkBuiltin(place: Place, specifier: string): readonly string[] {
  if (!place.isSource || !BROWSER_ROOMS.includes(place.room)) return [];
  if (place.room === SILENT_ROOM && NETWORK_MODULES.has(specifier)) {
    return [`imports ${specifier}; nothing in ${SILENT_ROOM} may reach a network`];
  }
  return [`imports ${specifier}; ${place.room} runs in a browser, which has no Node`];
}

function checkPackage(place: Place, specifier: string, declared: ReadonlySet<string>): readonly string[] {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (place.isSource && PURE_ROOMS.includes(place.room) && !isPurePackage(place.room, specifier)) {
    return [`imports ${specifier}; ${place.room} is pure and uses no packages of others`];
  }
  return declared.has(name) ? [] : [`imports ${name}, which its own package.json does not name`];
}

function checkNames(place: Place, source: Source): readonly string[] {
  if (!place.isSource) return [];
  const faults: string[] = [];
  if (place.room === SILENT_ROOM) {
    for (const name of source.names) {
      if (NETWORK_NAMES.has(name))
        faults.push(`mentions ${name}; nothing in ${SILENT_ROOM} may reach a network`);
    }
    if (source.computedImports > 0) faults.push(`imports a computed path, which nobody can check`);
  }
  if (PURE_ROOMS.includes(place.room)) {
    const impure = [...source.impureReads, ...[...source.globals].filter((name) => IMPURE_NAMES.has(name))];
    for (const name of impure) faults.push(`uses ${name}; ${place.room} is pure: pass such things in`);
  }
  return faults;
}

function isPurePackage(room: string, specifier: string): boolean {
  return PURE_PACKAGES[room]?.includes(specifier) === true;
}
