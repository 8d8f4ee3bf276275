import type { Confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { type Likelihood, likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import { code, listOf, object, oneOf, orNull, type Shape, sizes, textOrEmpty } from '../shared/shape.ts';

/** How strongly something is to be seen. `weight_unknown`: nobody could say, and that is an answer. */
export const weights = ['weight_unknown', 'weight_none', 'weight_some', 'weight_strong'] as const;
export type Weight = (typeof weights)[number];

/** A judgement with its reasons, how sure its author is, and where it comes from. */
export type Argued = {
  readonly weight: Weight;
  readonly words: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
};

/** What a step of thought comes to: how likely, and why. Null where nobody could say. */
export type Conclusion = {
  readonly likelihood: Likelihood | null;
  readonly words: string;
  readonly confidence: Confidence;
};

/** A judgement about which nothing was said yet. */
export const notArgued: Argued = {
  weight: 'weight_unknown',
  words: '',
  confidence: 'conf_low',
  sources: [],
};

export const notConcluded: Conclusion = { likelihood: null, words: '', confidence: 'conf_low' };

const arguedFields = object({
  weight: oneOf(...weights),
  words: textOrEmpty(2000),
  confidence: code(confidence),
  sources: listOf(textOrEmpty(sizes.line), 20),
});

/** Reads a judgement: one that says something needs its reasons. */
export const argued: Shape<Argued> = (json, path) => {
  const read = arguedFields(json, path);
  if (!read.ok || read.value.weight === 'weight_unknown' || read.value.words !== '') return read;
  return { ok: false, error: { problem: 'empty', path: `${path}.words` } };
};

const conclusionFields = object({
  likelihood: orNull(code(likelihood)),
  words: textOrEmpty(2000),
  confidence: code(confidence),
});

/** Reads a conclusion: no number without its reasons. */
export const conclusion: Shape<Conclusion> = (json, path) => {
  const read = conclusionFields(json, path);
  if (!read.ok || read.value.likelihood === null || read.value.words !== '') return read;
  return { ok: false, error: { problem: 'empty', path: `${path}.words` } };
};
