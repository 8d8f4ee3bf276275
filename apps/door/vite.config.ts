import { directoryData } from '@leeward/directory/build/vite-plugin.ts';
import { precompress } from '@leeward/ui/build/precompress.ts';
import { languageCatalogues } from '@leeward/ui/language/vite-plugin.ts';
import { defineConfig } from 'vite';
import { builtAt } from './src/build/built-at.ts';
import { staticPage } from './src/build/static-page.ts';

export default defineConfig({
  plugins: [languageCatalogues(), builtAt(), staticPage(), directoryData('everybody'), precompress()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    // Not `assets`: what is named there is kept by browsers for ever, and a phone must not remember this page.
    assetsDir: 'parts',
    target: ['es2022', 'chrome94', 'firefox93', 'safari16.4'],
    cssTarget: ['chrome94', 'firefox93', 'safari16.4'],
    // Nothing inline and nothing as data: the content policy allows files of our own origin alone (section 8).
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // A question sheet has a page of its own: whoever is asked something is not shown what the door asks.
    rolldownOptions: { input: ['index.html', 'notes.html'] },
  },
});
