import type { Form, Question } from '@leeward/forms';

const topics = ['household', 'land', 'water', 'threats', 'people', 'papers'] as const;
const arabic: Readonly<Record<(typeof topics)[number], string>> = {
  household: 'الأسرة',
  land: 'الأرض',
  water: 'الماء',
  threats: 'التهديدات',
  people: 'الناس',
  papers: 'الأوراق',
};

/** A form of 93 pages and 1,400 fields, as a field mission may bring one along. Invented. */
export const longForm: Form = {
  v: 1,
  name: 'long_form',
  languages: ['en', 'ar'],
  title: { en: 'Field mission: long form', ar: 'بعثة ميدانية: نموذج طويل' },
  questions: [
    { name: 'village', type: 'text', label: { en: 'Which village?', ar: 'أي قرية؟' }, required: true },
    { name: 'since', type: 'date', label: { en: 'Since when, about?', ar: 'منذ متى تقريبا؟' } },
    {
      name: 'children',
      type: 'repeat',
      label: { en: 'Children in the household', ar: 'الأطفال في الأسرة' },
      questions: [
        { name: 'age', type: 'integer', label: { en: 'Age', ar: 'العمر' }, constraint: '. < 18' },
        { name: 'school', type: 'yesNoUnsure', label: { en: 'Goes to school', ar: 'في المدرسة' } },
      ],
    },
    ...Array.from({ length: 92 }, (_, page): Question => partOf(page)),
  ],
};

function partOf(page: number): Question {
  const topic = topics[page % topics.length] ?? 'land';
  return {
    name: `page_${page}`,
    type: 'group',
    label: {
      en: `Part ${page + 2}: ${topic}`,
      ar: `الجزء ${page + 2}: ${arabic[topic]}`,
    },
    questions: Array.from({ length: 15 }, (_, number): Question => {
      const name = `q_${page}_${number}`;
      const label = {
        en: `Question ${number + 1} about ${topic}`,
        ar: `السؤال ${number + 1} عن ${arabic[topic]}`,
      };
      if (number === 0) return { name, type: 'yesNoUnsure', label };
      const relevant = `\${q_${page}_0} != 'no'`;
      if (number === 1) return { name, type: 'integer', label };
      if (number === 4 && page === 0) return { name, type: 'file', label };
      if (number === 2) return { name, type: 'longText', label, sensitivity: 3 };
      return number % 5 === 0 ? { name, type: 'text', label, relevant } : { name, type: 'text', label };
    }),
  };
}
