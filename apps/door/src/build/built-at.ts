import type { Plugin } from 'vite';

const name = 'virtual:leeward-built-at';
const day = 24 * 3600;

/**
 * Tells the code when it was built, in seconds since 1970: no clock is believed below it (rule 19). To the day, so that
 * two builds of one day are the same; SOURCE_DATE_EPOCH sets it for builds that must be repeatable.
 */
export function builtAt(): Plugin {
  const given = Number(process.env['SOURCE_DATE_EPOCH']);
  const seconds = Number.isInteger(given) && given > 0 ? given : Math.floor(Date.now() / 1000 / day) * day;
  return {
    name: 'leeward-built-at',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const builtAt = ${seconds};` : undefined),
  };
}
