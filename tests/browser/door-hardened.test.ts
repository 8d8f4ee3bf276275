import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { doorLanguages } from '@leeward/ui/language/languages.ts';
import { boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import { type Browser, chromium } from 'playwright-core';
import { parseAst } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import { pictureWithSecret } from '../support/door-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

/** A browser as hardened ones are: without JIT and without WebAssembly. */
let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  const args = [...CHROMIUM_FLAGS, '--js-flags=--jitless'];
  [browser, server] = await Promise.all([chromium.launch({ executablePath, args }), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  server.alter = (_path, bytes) => bytes;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What a script says in words that the language of 2009 did not have. */
function newerThanES5(script: string): readonly string[] {
  const known =
    /^(Program|Block|Empty|Expression|If|Labeled|Break|Continue|With|Switch|Return|Throw|Try|While|DoWhile|For|ForIn|Debugger)(Statement)?$|^(Function|Variable)Declaration$|^VariableDeclarator$|^(This|Array|Object|Function|Sequence|Unary|Binary|Assignment|Update|Logical|Conditional|Call|New|Member)Expression$|^(Identifier|Literal|Property|SwitchCase|CatchClause)$/;
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, kind, shorthand, method, param } = node as Record<string, unknown>;
    if (typeof type === 'string') {
      if (!known.test(type)) found.push(type);
      if (type === 'VariableDeclaration' && kind !== 'var') found.push(String(kind));
      if (type === 'Property' && (shorthand === true || method === true)) found.push('short property');
      if (type === 'CatchClause' && (param === null || param === undefined))
        found.push('catch without a name');
    }
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(parseAst(script));
  return found;
}

describe('a hardened browser', () => {
  it('[fault 44] asks and comes back without JIT and without WebAssembly [invariant 15]', async () => {
    const { watched, page, door } = await visitDoor(browser, server);
    await server.story.publish({ settings: { workBits: 12 } });
    server.story.relay.workBits = 12;
    await door.open(server.link());
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    await door.write('From a hardened browser.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(words);
    const items = boxOf(server.story).items.map(({ item }) => item);
    expect((await readByTeam(server.story, items)).map(said)).toMatchObject([
      { what: 'From a hardened browser.' },
    ]);
    expect(watched.faults()).toEqual([]);
  });

  it('[fault 44] does the same with the library alone, where the platform has no X-Wing and no Ed25519', async () => {
    const { watched, page, door } = await visitDoor(browser, server);
    await watched.context.addInitScript(() => {
      const subtle = crypto.subtle as SubtleCrypto | undefined;
      // On an empty page there is none.
      if (subtle === undefined) return;
      const real = subtle.importKey.bind(subtle);
      const isNew = (algorithm: unknown): boolean =>
        /ed25519|x25519|ml-kem/i.test(String((algorithm as { name?: string }).name ?? algorithm));
      Object.defineProperty(subtle, 'importKey', {
        value: (...given: Parameters<typeof real>) =>
          isNew(given[2]) ? Promise.reject(new DOMException('no', 'NotSupportedError')) : real(...given),
      });
      for (const name of ['encapsulateBits', 'decapsulateBits', 'encapsulateKey', 'decapsulateKey'])
        Object.defineProperty(subtle, name, { value: undefined });
    });
    await door.open(server.link());
    await door.write('With the library alone.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    expect(watched.requests().some((address) => address.includes('hpke-noble'))).toBe(true);
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(words);
    expect(watched.faults()).toEqual([]);
  });

  it('[fault 58] that gives noise instead of a picture adds no photo, unless she keeps it as it is', async () => {
    const { watched, page, door } = await visitDoor(browser, server);
    await watched.context.addInitScript(() => {
      const real = CanvasRenderingContext2D.prototype.getImageData;
      CanvasRenderingContext2D.prototype.getImageData = function (...given: Parameters<typeof real>) {
        const image = real.apply(this, given);
        image.data.fill(Math.random() * 255);
        return image;
      };
    });
    await door.open(server.link());
    await door.write('With a photo.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('main .button').first().click();
    const buffer = await pictureWithSecret(page);
    await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer }]);
    await page.getByText('This photo could not be cleaned, so it was not added.').waitFor();
    await door.next();
    expect(await page.locator('.parts').textContent()).not.toContain('photo.jpg');
    await page.getByRole('button', { name: 'Change: Files' }).click();
    await page.locator('.option input').check();
    await page.locator('.chip.warn').waitFor();
    await door.next();
    expect(await page.locator('.parts').textContent()).toContain('photo.jpg');
  });

  it('[fault 44] without scripts gets a line in every language that leads to the whole words, and no form', async () => {
    const { watched, page } = await visitDoor(browser, server, { javaScriptEnabled: false });
    await page.goto(server.link());
    for (const { tag } of doorLanguages)
      expect(await page.locator(`noscript a[href="/help.html#no-script-${tag}"]`).count()).toBe(1);
    const body = page.locator('body');
    expect(await body.textContent()).toContain('This page needs JavaScript');
    expect(await body.textContent()).toContain('تحتاج هذه الصفحة إلى JavaScript');
    expect(await page.locator('form, input, textarea').count()).toBe(0);
    await page.locator('noscript a').first().click();
    await page.getByText('Switch JavaScript on for this page.').waitFor();
    expect(await page.title()).toBe('Notes');
    expect(await page.locator('form, input, textarea, script').count()).toBe(0);
    // The way back has the whole link in it.
    await page.goBack();
    expect(page.url()).toBe(server.link());
    expect(watched.requests().filter((address) => address.includes('/v1/'))).toEqual([]);
  });

  it('[fault 45] that lacks what locks a message is told so, and nothing is asked of her', async () => {
    for (const missing of ['subtle', 'BigInt', 'at'] as const) {
      const { watched, page } = await visitDoor(browser, server);
      await watched.context.addInitScript((name) => {
        if (name === 'subtle') Object.defineProperty(crypto, 'subtle', { value: undefined });
        else if (name === 'BigInt') Object.defineProperty(globalThis, 'BigInt', { value: undefined });
        // What the page would need only after somebody has typed.
        else Object.defineProperty(Array.prototype, 'at', { value: undefined });
      }, missing);
      await page.goto(server.link());
      await page.getByRole('heading', { name: 'This browser is too old' }).waitFor();
      await page.getByRole('heading', { name: 'هذا المتصفح قديم' }).waitFor();
      // What happened, what is safe, what to do, and where another way may be found: in every language at once.
      const told = page.locator('#too-old');
      for (const words of [
        'Nothing has been sent',
        'may know another way',
        'could not check that it is really theirs',
        'لم يُرسل أي شيء',
        'طريقة أخرى',
        'No se ha enviado nada',
      ])
        expect(await told.textContent()).toContain(words);
      expect(await told.locator('[lang]').count()).toBe(doorLanguages.length);
      expect(await page.locator('form, input, textarea').count()).toBe(0);
      // Such a browser fails over the rest of the page; it asks nobody and breaks no policy.
      expect(watched.faults().filter((fault) => /^(asked|console: policy)/.test(fault))).toEqual([]);
    }
  });

  it('[fault 45] that cannot bring the whole words in is led to them by a line in every language', async () => {
    const { watched, page } = await visitDoor(browser, server);
    await watched.context.addInitScript(() => {
      Object.defineProperty(globalThis, 'BigInt', { value: undefined });
      Object.defineProperty(globalThis, 'XMLHttpRequest', { value: undefined });
    });
    await page.goto(server.link());
    await page.getByRole('link', { name: 'هذا المتصفح قديم' }).click();
    await page.waitForURL(/help\.html#too-old-ar$/);
    expect(await page.locator('#too-old-ar').textContent()).toContain('طريقة أخرى');
  });

  it('[fault 45] can be as old as 2009 and still read what speaks to the oldest ones', () => {
    const script = readFileSync(join(import.meta.dirname, '../../apps/door/public/watch.js'), 'utf8');
    expect(newerThanES5(script)).toEqual([]);
    expect(newerThanES5('const a = () => `b`; try {} catch {}')).toEqual([
      'const',
      'ArrowFunctionExpression',
      'TemplateLiteral',
      'TemplateElement',
      'catch without a name',
    ]);
  });

  it('[fault 45] that cannot even read the script is told so', async () => {
    const { page } = await visitDoor(browser, server, { expected: [/SyntaxError/, /Failed/, /integrity/] });
    // As a browser sees it that does not know the syntax; the page carries the hash of what it gets.
    const unreadable = Buffer.from('this is (not script');
    const hash = createHash('sha256').update(unreadable).digest('base64');
    server.alter = (path, bytes) => {
      if (path.startsWith('/parts/index') && path.endsWith('.js')) return unreadable;
      if (path !== '/') return bytes;
      const page = Buffer.from(bytes).toString('utf8');
      return Buffer.from(page.replace(/(src="\/parts\/index[^>]* integrity=")[^"]*/, `$1sha256-${hash}`));
    };
    await page.goto(server.link());
    await page.getByRole('heading', { name: 'This browser is too old' }).waitFor();
  });

  it('says that the page did not come, where its script does not', async () => {
    const { watched, page } = await visitDoor(browser, server, { expected: [/Failed to load/, /ERR_/] });
    await watched.context.route(/\/parts\/index.*js/, (route) => route.abort());
    await page.goto(server.link());
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
  });
});
