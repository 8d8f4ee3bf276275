import { countries, languageChoices } from '@leeward/ui/language/names.ts';
import { useMemo } from 'preact/hooks';
import type { Answers, Change } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { LineField, SelectField } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import { Choice } from '../parts/options.tsx';
import { Picked } from '../parts/picked.tsx';
import { Step } from '../parts/steps.tsx';

/** The second question. Nothing in it is needed, and no legal name is asked for (handbook, invariant 1). */
export function Who({ answers, change }: { readonly answers: Answers; readonly change: Change }) {
  const { t, locale } = useLanguage();
  const places = useMemo(() => countries(locale), [locale]);
  const tongues = useMemo(() => languageChoices(locale), [locale]);
  const isForOther = answers.about === 'other' || answers.about === 'both';
  return (
    <Frame title={t('ask.who.title')} step={<Step step={2} />}>
      <Choice
        label={t('ask.who.title')}
        hidden
        value={answers.about}
        onChange={(about) => change({ about })}
        options={[
          { value: 'self', label: t('ask.who.self') },
          { value: 'other', label: t('ask.who.other') },
          { value: 'both', label: t('ask.who.both') },
        ]}
      />
      {isForOther ? (
        <>
          <p class="note small">{t('ask.who.otherNote')}</p>
          <Choice
            label={t('ask.who.relation')}
            value={answers.relation}
            onChange={(relation) => change({ relation })}
            options={[
              { value: 'family', label: t('ask.who.relationFamily') },
              { value: 'colleague', label: t('ask.who.relationColleague') },
              { value: 'client', label: t('ask.who.relationClient') },
              { value: 'other', label: t('ask.who.relationOther') },
            ]}
          />
          <Choice
            label={t('ask.who.knows')}
            value={answers.knows}
            onChange={(knows) => change({ knows })}
            options={[
              { value: 'yes', label: t('ask.who.knowsYes') },
              { value: 'no', label: t('ask.who.knowsNo') },
              { value: 'cannot', label: t('ask.who.knowsCannot') },
            ]}
          />
        </>
      ) : null}
      <LineField
        label={t('ask.who.name')}
        hint={t('ask.who.nameHint')}
        value={answers.callName}
        limit={500}
        onChange={(callName) => change({ callName })}
      />
      <SelectField
        label={t(answers.about === 'other' ? 'ask.who.countryOther' : 'ask.who.country')}
        hint={t('ask.who.countryHint')}
        none={t('ask.who.countryNone')}
        value={answers.country}
        onChange={(country) => change({ country })}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Picked
        label={t('ask.who.languages')}
        hint={t('ask.who.languagesHint')}
        options={tongues.map(({ code, name }) => ({ value: code, label: name }))}
        values={answers.languages}
        onChange={(languages) => change({ languages })}
      />
      <LineField
        label={t('ask.who.languageOther')}
        value={answers.otherLanguages}
        limit={500}
        onChange={(otherLanguages) => change({ otherLanguages })}
      />
    </Frame>
  );
}
