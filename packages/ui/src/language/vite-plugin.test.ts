import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from './compile.ts';
import { doorLanguages } from './languages.ts';
import { languageCatalogues } from './vite-plugin.ts';

type Chunk = { readonly name: string; readonly code: string };

async function bundle(app: 'door' | 'desk' | 'directory'): Promise<readonly Chunk[]> {
  const loader = new URL(`./load-${app}.ts`, import.meta.url).pathname;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [languageCatalogues()],
    build: { write: false, lib: { entry: loader, formats: ['es'], fileName: 'loader' } },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  return outputs.flatMap(({ output }) =>
    output.flatMap((file) => (file.type === 'chunk' ? [{ name: file.fileName, code: file.code }] : [])),
  );
}

const bytes = (code: string): number => brotliCompressSync(code).length;

describe('the compiled catalogues', () => {
  let door: readonly Chunk[] = [];
  let desk: readonly Chunk[] = [];
  let directory: readonly Chunk[] = [];

  beforeAll(async () => {
    [door, desk, directory] = await Promise.all([bundle('door'), bundle('desk'), bundle('directory')]);
  });

  const holding = (chunks: readonly Chunk[], text: string): readonly Chunk[] =>
    chunks.filter(({ code }) => code.includes(text));

  it('travel one language at a time', () => {
    expect(holding(door, 'Two lines are enough')).toHaveLength(1);
    expect(holding(door, 'يكفي سطران')).toHaveLength(1);
    expect(holding(door, 'Two lines are enough')).not.toEqual(holding(door, 'يكفي سطران'));
    expect(holding(door, 'Bastan dos líneas')).toHaveLength(1);
    expect(holding(desk, 'Needs an answer now')).toHaveLength(1);
    expect(holding(desk, 'يحتاج إلى جواب الآن')).toHaveLength(1);
  });

  it('bring the first question before the rest of the door, in no more than 3,000 bytes', () => {
    for (const { tag } of doorLanguages) {
      const first = readCatalogue('door', tag)['ask.now.lead'] ?? '';
      expect(first, tag).not.toBe('');
      const [chunk] = holding(door, first);
      expect(chunk?.code, tag).not.toContain('talk.title');
      expect(bytes(chunk?.code ?? ''), tag).toBeGreaterThan(500);
      expect(bytes(chunk?.code ?? ''), tag).toBeLessThanOrEqual(3000);
    }
    expect(holding(door, 'talk.title')).toHaveLength(doorLanguages.length);
  });

  it('keep the directory apart: nobody fetches its words before it is opened', () => {
    for (const words of [
      'a stay in a safer place',
      'إقامة في مكان أكثر أمانًا',
      'una estancia en un lugar más seguro',
    ]) {
      const [chunk] = holding(directory, words);
      expect(bytes(chunk?.code ?? '')).toBeGreaterThan(1000);
      expect(bytes(chunk?.code ?? '')).toBeLessThanOrEqual(21_000);
      expect([...holding(door, words), ...holding(desk, words)]).toEqual([]);
    }
  });

  it('carry no parser of messages and no text of the other application', () => {
    const all = door.map(({ code }) => code).join('\n');
    expect(all).not.toContain('plural, ');
    expect(all).not.toContain('Needs an answer now');
  });
});

describe('what the door takes from this package', () => {
  it('fits, styles and translator together, in 4,800 bytes', async () => {
    const entry = 'virtual:entry';
    const source = `
      import '@leeward/ui/styles/tokens.css';
      import '@leeward/ui/styles/base.css';
      export { createTranslator } from '@leeward/ui/language/translator.ts';
      export { doorLanguages, formatLocale, matchDoorLocale, setDocumentLanguage } from '@leeward/ui/language/languages.ts';
      export { formatAgo, formatDateTime, formatFileSize } from '@leeward/ui/language/format.ts';
      export { inertFileName, inertText } from '@leeward/ui/inert.ts';
    `;
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'entry',
          resolveId: (id) =>
            id.endsWith(entry) ? new URL('./entry.ts', import.meta.url).pathname : undefined,
          load: (id) => (id.endsWith('/entry.ts') ? source : undefined),
        },
      ],
      build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'entry' } },
    });
    const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
    const files = outputs.flatMap(({ output }) => output);
    const sizes = files.map((file) => bytes(file.type === 'chunk' ? file.code : String(file.source)));
    expect(files.map((file) => file.type).sort()).toEqual(['asset', 'chunk']);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4800);
  });
});
