import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { valueIn } from '../shared/items.ts';
import { missingIn } from './state.ts';

/** What is missing by its day: a task of whoever is responsible, until it is here. */
export const clocksOfAsked = ({ parts }: CaseState): readonly Clock[] =>
  missingIn(parts.asked).flatMap((asked) => {
    const until = valueIn(asked, 'due') ?? null;
    if (until === null) return [];
    const [label, person] = [valueIn(asked, 'title') ?? '', valueIn(asked, 'about') ?? null];
    return [makeClock({ kind: 'document_asked', item: asked.id, until, label, person, part: 'documents' })];
  });
