import { directoryData } from '@leeward/directory/build/vite-plugin.ts';
import { languageCatalogues } from '@leeward/ui/language/vite-plugin.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { worldDrawing } from './src/directory/pictures/build/vite-plugin.ts';

/** Builds the demonstration page, for looking at the screens and for browser tests: never part of `dist`. */
export default defineConfig({
  plugins: [react(), languageCatalogues(), worldDrawing(), directoryData('editors')],
  build: {
    outDir: process.env['LEEWARD_DEMO'] ?? 'node_modules/.demo',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: { input: 'demo.html' },
  },
  worker: { format: 'es', plugins: () => [directoryData('editors')] },
});
