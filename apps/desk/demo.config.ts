import { defineConfig, mergeConfig } from 'vite';
import base from './vite.config.ts';

/** Builds the demonstration page, for looking at the screens and for browser tests: never part of `dist`. */
export default mergeConfig(
  base,
  defineConfig({
    build: {
      outDir: process.env['LEEWARD_DEMO'] ?? 'node_modules/.demo',
      emptyOutDir: true,
      rolldownOptions: { input: 'demo.html' },
    },
  }),
);
