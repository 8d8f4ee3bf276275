import fc from 'fast-check';

/*
 * At CI size every run draws the same examples, so that a change is judged by what it changed; `npm run soak` draws new
 * ones each time, and what it finds is a defect whenever it is found. LEEWARD_SEED chooses others.
 */
if (process.env['LEEWARD_SOAK'] === undefined)
  fc.configureGlobal({ seed: Number(process.env['LEEWARD_SEED'] ?? 20_261_121) });
