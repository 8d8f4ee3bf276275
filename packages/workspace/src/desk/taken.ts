import type { Engine } from './engine.ts';

/** A pseudonym that another case of those I may read has already. */
export function isPseudonymTaken(engine: Engine, pseudonym: string, own: string): boolean {
  for (const [id, summary] of engine.summaries)
    if (id !== own && summary.kind === 'case' && summary.line.pseudonym === pseudonym) return true;
  return false;
}
