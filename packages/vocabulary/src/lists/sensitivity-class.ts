import type { CodeList, CodeOf } from '../list.ts';

/** Handling class of a field or note. */
export const sensitivityClass = {
  name: 'sensitivity_class',
  label: 'Sensitivity classes',
  description: 'Handling class of a field or note.',
  multi: false,
  ordered: true,
  sensitivity: 0,
  extensible: false,
  items: [
    { code: 'sens_0', label: 'S0 Public', definition: 'Already public or harmless.', source: 'default' },
    {
      code: 'sens_1',
      label: 'S1 Internal',
      definition: 'Harmless if leaked, not for publishing.',
      source: 'default',
    },
    {
      code: 'sens_2',
      label: 'S2 Personal',
      definition: 'Identifies or describes someone.',
      source: 'default',
    },
    { code: 'sens_3', label: 'S3 Sensitive', definition: 'Leak would harm or distress.', source: 'default' },
    {
      code: 'sens_4',
      label: 'S4 Life-critical',
      definition: 'Leak could cost liberty or life.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `sensitivity_class`. */
export type SensitivityClass = CodeOf<typeof sensitivityClass>;
