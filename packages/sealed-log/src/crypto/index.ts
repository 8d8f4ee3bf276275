export * from './bytes.ts';
export * from './cobblestone.ts';
export * from './ed25519.ts';
export * from './hash.ts';
export * from './hkdf.ts';
export * from './hpke.ts';
export * from './result.ts';
