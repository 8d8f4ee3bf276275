/**
 * `npm run screens [-- <part of a test file's name> ...]`: pictures of every screen that the browser tests look at, light
 * and dark, in English and Arabic, on a phone and on a desk, into `.screens/` with a page to leaf through them.
 */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from './build.ts';
import { findChromium, installChromium } from './testing/chromium.ts';
import { root, runTool } from './testing/command.ts';

const folder = join(root, '.screens');
const wanted = process.argv.slice(2);

async function main(): Promise<void> {
  if (findChromium() === undefined) await installChromium();
  if (findChromium() === undefined) throw new Error('No Chromium was found: it takes the pictures.');
  const failed = (await build()).filter((one) => !one.ok);
  if (failed.length > 0) throw new Error(failed.map((one) => one.output).join('\n'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tests = await runTool('vitest/vitest.mjs', ['run', '--project', 'browser', ...wanted], {
    env: { ...process.env, LEEWARD_SCREENS: folder },
  });
  const pictures = globSync('**/*.png', { cwd: folder }).sort();
  writeFileSync(join(folder, 'index.html'), pageOf(pictures));
  console.log(`${pictures.length} pictures: ${join('.screens', 'index.html')}`);
  if (tests.code !== 0)
    console.log('Some tests failed (see above): what they would have shown later is missing.');
}

function pageOf(pictures: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const picture of pictures)
    groups.set(dirname(picture), [...(groups.get(dirname(picture)) ?? []), picture]);
  const sections = [...groups].map(
    ([group, files]) => `<h2>${escaped(group)}</h2><div>${files.map(figureOf).join('')}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font:16px system-ui;margin:2rem}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}
figure{margin:0;max-width:22rem}img{max-width:100%;border:1px solid #ccc}figcaption{font-size:.8rem}</style>
<h1>Screens</h1>${sections.join('\n')}`;
}

const figureOf = (file: string): string => {
  const address = file.split('/').map(encodeURIComponent).join('/');
  return `<figure><a href="${address}"><img loading="lazy" src="${address}" alt=""></a><figcaption>${escaped(basename(file, '.png'))}</figcaption></figure>`;
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

await main();
