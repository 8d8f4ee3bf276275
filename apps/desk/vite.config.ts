import { directoryData } from '@leeward/directory/build/vite-plugin.ts';
import { precompress } from '@leeward/ui/build/precompress.ts';
import { languageCatalogues } from '@leeward/ui/language/vite-plugin.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { worldDrawing } from './src/directory/pictures/build/vite-plugin.ts';
import { tooOldWords } from './src/language/build/too-old.ts';

export default defineConfig({
  plugins: [
    react(),
    languageCatalogues(),
    tooOldWords(),
    worldDrawing(),
    directoryData('editors'),
    precompress(),
  ],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Nothing inline and nothing as data: the content policy allows files of our own origin alone (section 8).
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  // The session's worker reads the directory: it asks for the file by the hash that the build has pinned.
  worker: { format: 'es', plugins: () => [directoryData('editors')] },
});
