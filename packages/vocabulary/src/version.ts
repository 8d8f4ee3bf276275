/** Version of the vocabulary: raised with every change of a code, its meaning or its source. `date` is ISO 8601. */
export const vocabularyVersion = { version: '0.2.0', date: '2026-11-21' } as const;
