import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkNewRooms, matchesLock } from './packages.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leeward-packages-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const left = { version: '1.0.0', integrity: 'sha512-left' };
const here = {
  version: '1.0.0',
  integrity: 'sha512-here',
  optional: true,
  os: [process.platform],
  cpu: [process.arch],
};
const elsewhere = { ...here, os: ['elsewhere'] };

/** Writes what is wanted and what npm says is there, and the folders of the latter. */
function installed(wanted: object, present: object): boolean {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }));
  for (const path of Object.keys(present)) mkdirSync(join(root, path), { recursive: true });
  return matchesLock(root);
}

describe('What is installed', () => {
  it('is right when every package is there as the lock file names it', () => {
    expect(installed({ 'node_modules/left': left }, { 'node_modules/left': left })).toBe(true);
  });

  it('is wrong when a package is missing, another version, another archive, or one too many', () => {
    expect(installed({ 'node_modules/left': left }, {})).toBe(false);
    expect(
      installed({ 'node_modules/left': left }, { 'node_modules/left': { ...left, version: '1.0.1' } }),
    ).toBe(false);
    expect(
      installed({ 'node_modules/left': left }, { 'node_modules/left': { ...left, integrity: 'x' } }),
    ).toBe(false);
    expect(installed({}, { 'node_modules/left': left })).toBe(false);
  });

  it('may lack what is for other platforms only, but nothing that this one needs', () => {
    expect(installed({ 'node_modules/elsewhere': elsewhere }, {})).toBe(true);
    expect(installed({ 'node_modules/here': here }, {})).toBe(false);
  });

  it('is wrong when npm wrote no record, or its folder is gone', () => {
    expect(matchesLock(root)).toBe(false);
    installed({ 'node_modules/left': left }, { 'node_modules/left': left });
    rmSync(join(root, 'node_modules', 'left'), { recursive: true });
    expect(matchesLock(root)).toBe(false);
  });

  it('needs only a link where a room of ours is new, and a full install where a package of others is', () => {
    const room = {
      'node_modules/@leeward/room': { resolved: 'packages/room', link: true },
      'packages/room': { name: '@leeward/room', version: '0.1.0' },
    };
    mkdirSync(join(root, 'packages', 'room'), { recursive: true });
    expect(installed(room, {})).toBe(false);
    linkNewRooms(root);
    expect(matchesLock(root)).toBe(true);
    expect(readlinkSync(join(root, 'node_modules', '@leeward', 'room'))).toBe(
      join('..', '..', 'packages', 'room'),
    );
    expect(installed({ ...room, 'node_modules/left': left }, {})).toBe(false);
    linkNewRooms(root);
    expect(matchesLock(root)).toBe(false);
  });
});
