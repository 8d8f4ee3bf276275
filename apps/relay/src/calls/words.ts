/**
 * What a call says: that something changed, and nothing more (fault 73). No organisation, no person, no case, no number, no
 * address of a page. The language is the one that its reader chose.
 */
export type CallWords = { readonly subject: string; readonly text: string };

const words: Readonly<Record<string, CallWords>> = {
  en: { subject: 'Note', text: 'Something has changed. Open the page that you know.' },
  es: { subject: 'Nota', text: 'Algo ha cambiado. Abre la página que conoces.' },
  fr: { subject: 'Note', text: 'Quelque chose a changé. Ouvrez la page que vous connaissez.' },
  ru: { subject: 'Заметка', text: 'Есть изменение. Откройте знакомую вам страницу.' },
  ar: { subject: 'ملاحظة', text: 'حدث تغيير. يُرجى فتح الصفحة المعروفة.' },
};

/** The words in a language, or in English where there are none. */
export const callWords = (language: string): CallWords => words[language] ?? (words['en'] as CallWords);

export const callLanguages: readonly string[] = Object.keys(words);
