import type { Form } from '@leeward/forms';

/** Questions as an organisation may ask them: one that leads to others, in two languages. Invented. */
export const sampleForm: Form = {
  v: 1,
  name: 'door_questions',
  languages: ['en', 'ar'],
  title: { en: 'A few more questions', ar: 'بعض الأسئلة الإضافية' },
  questions: [
    {
      name: 'threatened',
      type: 'yesNoUnsure',
      label: { en: 'Has somebody threatened you because of your work?', ar: 'هل هددك أحد بسبب عملك؟' },
    },
    {
      name: 'how',
      type: 'selectMany',
      label: { en: 'How did it reach you?', ar: 'كيف وصلك التهديد؟' },
      relevant: "${threatened} = 'yes'",
      sensitivity: 2,
      options: [
        { value: 'call', label: { en: 'By a call', ar: 'باتصال' } },
        { value: 'message', label: { en: 'By a message', ar: 'برسالة' } },
        { value: 'visit', label: { en: 'Somebody came', ar: 'جاء أحد إليّ' } },
      ],
    },
    {
      name: 'since',
      type: 'date',
      label: { en: 'Since when, about?', ar: 'منذ متى تقريبًا؟' },
      hint: { en: 'A year or a season is enough.', ar: 'تكفي السنة أو الفصل.' },
      relevant: "${threatened} = 'yes'",
      sensitivity: 3,
    },
  ],
};
