import { precompress } from '@leeward/ui/build/precompress.ts';
import { languageCatalogues } from '@leeward/ui/language/vite-plugin.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), languageCatalogues(), precompress()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Nothing inline and nothing as data: the content policy allows files of our own origin alone (section 8).
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  worker: { format: 'es', plugins: () => [] },
});
