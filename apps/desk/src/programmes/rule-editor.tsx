import type { Rule, RuleTerms } from '@leeward/domain/programme/events.ts';
import { lackingIn, ruleFields } from '@leeward/domain/programme/fields.ts';
import { countries, languageName } from '@leeward/ui';
import { languages } from '@leeward/vocabulary';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { programmeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import type { ReactNode } from 'react';
import { ChecksField, ChoiceField, DayField, NumberField, TextField } from '../cases/verification/fields.tsx';
import { useSpeech } from '../language/speech.tsx';
import { costChoices, groupChoices, profileChoices, testChoices, useProgrammeNames } from './names.ts';

/** One rule of a programme: what it needs to say, and nothing else. */
export function RuleEditor({
  rule,
  onChange,
  onRemove,
}: {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const names = useProgrammeNames();
  const fields = isCodeOf(programmeRule, rule.code) ? ruleFields[rule.code] : [];
  return (
    <fieldset className="stack tight card pad">
      <legend>{names.rule(rule.code)}</legend>
      {fields.map((name) => (
        <TermField
          key={name}
          name={name}
          terms={rule.terms}
          onChange={(part) => onChange({ ...rule, terms: { ...rule.terms, ...part } })}
        />
      ))}
      {lackingIn(rule).length > 0 ? <p className="note warn small">{t('programme.unfinished')}</p> : null}
      <TextField
        label={t('programme.ruleWords')}
        value={rule.words}
        onChange={(words) => onChange({ ...rule, words })}
      />
      <label className="option">
        <input
          type="checkbox"
          checked={rule.must}
          onChange={(event) => onChange({ ...rule, must: event.target.checked })}
        />
        <span>{t('programme.ruleMust')}</span>
      </label>
      <div>
        <button type="button" className="button quiet small" onClick={onRemove}>
          {t('programme.ruleRemove')}
        </button>
      </div>
    </fieldset>
  );
}

/** The one term that a rule needs, by its kind. */
function TermField({
  name,
  terms,
  onChange,
}: {
  readonly name: keyof RuleTerms;
  readonly terms: RuleTerms;
  readonly onChange: (part: RuleTerms) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useProgrammeNames();
  const label = t(`programme.term.${name}`);
  switch (name) {
    case 'months':
    case 'number':
    case 'amount':
    case 'percent':
      return (
        <NumberField
          label={label}
          value={terms[name] ?? null}
          onChange={(value) => onChange(value === null ? {} : { [name]: value })}
        />
      );
    case 'currency':
      return (
        <TextField
          label={label}
          value={terms.currency ?? ''}
          onChange={(value) => onChange({ currency: value.toUpperCase().slice(0, 3) })}
        />
      );
    case 'from':
    case 'until':
      return (
        <DayField
          label={label}
          value={terms[name] ?? null}
          onChange={(value) => onChange(name === 'from' ? { from: value } : { until: value })}
        />
      );
    case 'costs':
      return (
        <ChecksField
          label={label}
          choices={costChoices(names)}
          value={terms.costs ?? []}
          onChange={(costs) => onChange({ costs })}
        />
      );
    case 'profiles':
      return (
        <ChecksField
          label={label}
          choices={profileChoices(names)}
          value={terms.profiles ?? []}
          onChange={(profiles) => onChange({ profiles })}
        />
      );
    case 'groups':
      return (
        <ChecksField
          label={label}
          choices={groupChoices(names)}
          value={terms.groups ?? []}
          onChange={(groups) => onChange({ groups })}
        />
      );
    case 'countries':
      return (
        <details className="pick">
          <summary>
            {label} ({(terms.countries ?? []).length})
          </summary>
          <ChecksField
            label={label}
            choices={countries(numbers)}
            value={terms.countries ?? []}
            onChange={(chosen) => onChange({ countries: chosen })}
          />
        </details>
      );
    case 'languages':
      return (
        <details className="pick">
          <summary>
            {label} ({(terms.languages ?? []).length})
          </summary>
          <ChecksField<string>
            label={label}
            choices={languages.map((code) => ({ code, name: languageName(numbers, code) }))}
            value={terms.languages ?? []}
            onChange={(chosen) => onChange({ languages: chosen })}
          />
        </details>
      );
    case 'whose':
      return (
        <ChoiceField
          label={label}
          choices={(['now', 'home'] as const).map((code) => ({ code, name: t(`programme.whose.${code}`) }))}
          value={terms.whose ?? null}
          onChange={(whose) => whose !== null && onChange({ whose })}
        />
      );
    case 'tests':
      return (
        <ChecksField
          label={label}
          choices={testChoices(t)}
          value={terms.tests ?? []}
          onChange={(tests) => onChange({ tests })}
        />
      );
    case 'question':
      return (
        <TextField
          label={label}
          value={terms.question ?? ''}
          onChange={(question) => onChange({ question })}
        />
      );
    case 'wanted':
      return (
        <ChoiceField
          label={label}
          choices={(['yes', 'no'] as const).map((code) => ({ code, name: t(`eligible.${code}`) }))}
          value={terms.wanted ?? null}
          onChange={(wanted) => wanted !== null && onChange({ wanted })}
        />
      );
  }
}
