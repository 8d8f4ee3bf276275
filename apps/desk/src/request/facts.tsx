import { countryName, formatList, languageName } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { knownLanguage, Words } from '../parts/words.tsx';

const harm = { yes: 'request.harm.yes', no: 'request.harm.no', unsure: 'request.harm.unknown' } as const;

/** What she said about herself, each with its question; what she did not say is not shown as a hole. */
export function Facts({
  view,
  brief,
}: {
  readonly view: RequestView;
  /** Before anybody opens the request: only what triage needs. */
  readonly brief: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { said } = view;
  const language = knownLanguage(said.locale);
  const languages = [
    ...(said.languages ?? []).map((tag) => languageName(numbers, tag)),
    ...(said.otherLanguages === undefined || said.otherLanguages === '' ? [] : [said.otherLanguages]),
  ];
  const rows: readonly (readonly [string, ReactNode])[] = [
    ...row(said.danger48h, t('request.harm'), (value) => t(harm[value])),
    ...row(brief ? undefined : said.callName, t('request.calledName'), (value) => (
      <Words inline text={value} lang={said.locale} />
    )),
    ...row(said.about, t('request.about'), (value) => t(`request.about.${value}`)),
    ...row(said.relation, t('request.relation'), (value) => t(`request.relation.${value}`)),
    ...row(said.knows, t('request.knows'), (value) => t(`request.knows.${value}`)),
    ...row(brief ? undefined : said.country, t('request.country'), (value) => countryName(numbers, value)),
    ...row(language, t('request.language'), (value) => languageName(numbers, value)),
    ...row(languages.length === 0 ? undefined : languages, t('request.languagesRead'), (value) => (
      <bdi>{formatList(numbers, value)}</bdi>
    )),
    ...row(brief ? undefined : said.help, t('request.help'), (value) =>
      formatList(
        numbers,
        value.map((code) => t(`support.${code}`)),
      ),
    ),
  ];
  if (rows.length === 0) return null;
  return (
    <section className="card facts" aria-label={t('request.facts')}>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {said.unread.length === 0 ? null : <p className="small quiet">{t('request.unread')}</p>}
    </section>
  );
}

function row<Value>(
  value: Value | undefined,
  label: string,
  show: (value: Value) => ReactNode,
): readonly (readonly [string, ReactNode])[] {
  return value === undefined || value === '' ? [] : [[label, show(value)]];
}
