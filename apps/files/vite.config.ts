import { defineConfig } from 'vite';
import { pdfScripts } from './build/pdf-scripts.ts';

/*
 * One plain script and one sheet beside a page that lies in public/. Not a module: the page stands in a sandbox without
 * an origin, and a browser fetches modules for such a page only where a server allows every origin.
 */
export default defineConfig({
  plugins: [pdfScripts()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    // Otherwise the script would add the sheet as a style element, which the content policy refuses.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: 'src/viewer.ts',
      output: { format: 'iife', entryFileNames: 'viewer.js', assetFileNames: 'viewer[extname]' },
    },
  },
});
