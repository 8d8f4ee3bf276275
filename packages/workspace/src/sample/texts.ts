import { texts as ar } from './texts/ar.ts';
import { texts as en } from './texts/en.ts';
import { texts as es } from './texts/es.ts';
import { texts as fa } from './texts/fa.ts';
import type { SampleTexts } from './texts/form.ts';
import { texts as fr } from './texts/fr.ts';
import { texts as my } from './texts/my.ts';
import { texts as pt } from './texts/pt.ts';
import { texts as ru } from './texts/ru.ts';
import { texts as sw } from './texts/sw.ts';
import { texts as tr } from './texts/tr.ts';
import { texts as uk } from './texts/uk.ts';
import { texts as zh } from './texts/zh.ts';

/** What people of the sample write and read, by language. */
export const sampleTexts: ReadonlyMap<string, SampleTexts> = new Map(
  [ar, en, es, fa, fr, my, pt, ru, sw, tr, uk, zh].map((one) => [one.language, one]),
);
