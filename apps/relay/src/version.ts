import about from '../package.json' with { type: 'json' };

/** The version of this relay, as in its package. */
export const version: string = about.version;
