import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/*
 * The library that draws PDF pages, as plain scripts beside the viewer's own: most files are no PDF, and nobody should
 * wait for it in vain. The viewer asks for a script by its name and its hash, which `virtual:pdf-scripts` tells it, so
 * that an integrity policy covers them, too (fault 68).
 */

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const virtual = 'virtual:pdf-scripts';

/** Adds the scripts to the viewer's build. */
export function pdfScripts(): Plugin {
  return {
    name: 'pdf-scripts',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    async load(id) {
      if (id !== `\0${virtual}`) return null;
      const scripts: Readonly<Record<string, string>> = {
        'pdf.js': await drawingScript(),
        // Fonts that every reader has to bring, and tables of letters for papers in Chinese, Japanese and Korean.
        'pdf-fonts.js': dataScript('standard_fonts', /\.(pfb|ttf)$/),
        'pdf-letters.js': dataScript('cmaps', /\.bcmap$/),
      };
      const hashes: Record<string, string> = {};
      for (const [fileName, source] of Object.entries(scripts)) {
        this.emitFile({ type: 'asset', fileName, source });
        hashes[fileName] = `sha384-${createHash('sha384').update(source).digest('base64')}`;
      }
      return `export const hashes = ${JSON.stringify(hashes)};`;
    },
  };
}

/** The library and our few lines around it as one plain script. */
async function drawingScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '..'),
    publicDir: false,
    plugins: [decodersInside()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: 'src/pdf/script.ts', output: { format: 'iife', entryFileNames: 'pdf.js' } },
    },
  });
  const [first] = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[];
  const [chunk, ...others] = first?.output ?? [];
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The script that draws PDF is not one');
  return chunk.code;
}

/**
 * The library loads the decoders of scanned pages from an address when it meets one. Here nothing is loaded from
 * anywhere: they are part of the script, in the form that needs no WebAssembly, which the policy does not allow.
 */
function decodersInside(): Plugin {
  const names = { jbig2: 'jbig2_nowasm_fallback.js', openjpeg: 'openjpeg_nowasm_fallback.js' };
  const wanted = /await import\([^)]*_noWasmFilename\}`\)/;
  return {
    name: 'pdf-decoders-inside',
    transform(code, id) {
      if (!id.endsWith('pdf.worker.mjs')) return null;
      if (!wanted.test(code))
        throw new Error('The PDF library loads its decoders in another way than it did');
      const imports = Object.entries(names).map(
        ([name, file]) => `import leeward_${name} from '../../wasm/${file}';`,
      );
      const table = Object.entries(names).map(([name, file]) => `'${file}': leeward_${name}`);
      const inside = `{ default: ({ ${table.join(', ')} })[this._noWasmFilename] }`;
      return { code: `${imports.join('\n')}\n${code.replace(wanted, () => inside)}`, map: null };
    },
  };
}

/** Files of the library as one script that lays them down as text. */
function dataScript(folder: string, kind: RegExp): string {
  const place = join(library, folder);
  const files = readdirSync(place).filter((name) => kind.test(name));
  if (files.length === 0) throw new Error(`The PDF library has no ${folder}`);
  const entries = files.sort().map((name) => [name, readFileSync(join(place, name)).toString('base64')]);
  const text = JSON.stringify(Object.fromEntries(entries));
  return `globalThis.leewardPdfData = Object.assign(globalThis.leewardPdfData ?? {}, ${text});\n`;
}
