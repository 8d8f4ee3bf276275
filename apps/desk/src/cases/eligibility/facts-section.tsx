import type { SaidValue } from '@leeward/domain/eligibility/events.ts';
import {
  type Asked,
  type FactCode,
  type FactKind,
  factKinds,
  ownFact,
} from '@leeward/domain/eligibility/facts.ts';
import { factsIn } from '@leeward/domain/eligibility/of-case.ts';
import { sayFact } from '@leeward/domain/eligibility/rules.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { countries, countryName, formatDate, languageName } from '@leeward/ui';
import { languages } from '@leeward/vocabulary';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { immigrationStatus } from '@leeward/vocabulary/lists/immigration-status.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { groupChoices, profileChoices, useProgrammeNames } from '../../programmes/names.ts';
import { useForm } from '../../session/use-form.ts';
import { useVoices } from '../consents/use-voices.ts';
import { useCaseAct } from '../item/use-case-act.ts';
import {
  ChecksField,
  type Choice,
  ChoiceField,
  DayField,
  NumberField,
  TextField,
} from '../verification/fields.tsx';
import { useVerifyNames } from '../verification/names.ts';
import { useAskName } from './programmes-section.tsx';

type Props = { readonly view: CaseView; readonly directory: DirectoryView; readonly mayWrite: boolean };
/** `programme`: the name under which the consents of the file are looked through for the answer; null for a question. */
type Own = { readonly code: Asked; readonly question: string; readonly programme: string | null };

/** Questions that a programme asks by itself, and the consents that it needs. */
function ownQuestions(directory: DirectoryView, consentWords: string): readonly Own[] {
  return standing(directory.programmes).flatMap((item) =>
    (valueIn(item, 'rules') ?? []).flatMap((rule): readonly Own[] => {
      const code = ownFact(rule.id);
      if (rule.code === 'rule_question')
        return [{ code, question: rule.terms.question ?? '…', programme: null }];
      const name = valueIn(item, 'name') ?? '';
      return rule.code === 'rule_consent'
        ? [{ code, question: `${name}: ${consentWords}`, programme: name }]
        : [];
    }),
  );
}

const allFacts = Object.keys(factKinds) as readonly FactCode[];

/** The facts that rules look at: what is known and from where, and what can be written down. */
export function FactsSection({ view, directory, mayWrite }: Props): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const askName = useAskName();
  const say = useValue();
  const { fact } = factsIn(view.state, today);
  const { voices } = useVoices(view);
  const consentTo = (programme: string, rule: string) =>
    factsIn(view.state, today, { voices, programme }).consent?.(rule);
  const own = ownQuestions(directory, t('programme.rule.rule_consent'));
  const names: readonly Exclude<Asked, 'costs'>[] = [
    ...allFacts,
    ...own.map(({ code }) => code as Exclude<Asked, 'costs'>),
  ];
  const known = names.flatMap((name) => {
    const programme = own.find(({ code }) => code === name)?.programme ?? null;
    const found =
      programme === null ? fact(name) : (consentTo(programme, name.slice('rule_'.length)) ?? fact(name));
    return found.known || found.why === 'apart' ? [{ name, found }] : [];
  });
  return (
    <section className="stack tight" aria-labelledby="eligible-facts">
      <h2 id="eligible-facts">{t('eligible.facts')}</h2>
      <p className="quiet">{t('eligible.factsHint')}</p>
      <dl className="overall card pad">
        {known.map(({ name, found }) => (
          <div key={name}>
            <dt>{askName(name, own.find(({ code }) => code === name)?.question)}</dt>
            <dd>
              {found.known ? (
                say(name, found.value)
              ) : (
                <span className="chip warn">{t('eligible.reason.apart')}</span>
              )}
              <span className="small quiet">
                {' · '}
                {[
                  ...new Set(
                    found.sources.map(({ of, how }) => (of === 'said' ? how : t(`eligible.where.${of}`))),
                  ),
                ].join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {mayWrite ? (
        <div>
          <SayForm view={view} own={own} />
        </div>
      ) : null}
    </section>
  );
}

type Typed = { readonly fact: string | null; readonly value: SaidValue | null; readonly how: string };

function SayForm({ view, own }: { readonly view: CaseView; readonly own: readonly Own[] }): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const askName = useAskName();
  const act = useCaseAct(view.record);
  const draft = useForm<Typed>('case:fact', view.record, () => ({ fact: null, value: null, how: '' }));
  const [opened, setOpened] = useState(false);
  const { form, change } = draft;
  if (!opened && draft.keeping === null)
    return (
      <button type="button" className="button" onClick={() => setOpened(true)}>
        {t('eligible.factSay')}
      </button>
    );
  const { fact, value, how } = form;
  const give = async (): Promise<void> => {
    if (fact === null || value === null || how.trim() === '') return;
    const event = sayFact(view.state.parts.eligibility, { fact, value, how, on: today });
    if (!(await act.give(event, 'case:fact'))) return;
    draft.given();
    setOpened(false);
  };
  return (
    <form
      className="stack form card form-card"
      aria-label={t('eligible.factSay')}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <ChoiceField<string>
        label={t('eligible.factWhich')}
        choices={[
          ...allFacts.map((code) => ({ code, name: askName(code) })),
          ...own.map(({ code, question }) => ({ code, name: question })),
        ]}
        value={fact}
        required
        onChange={(chosen) => change({ fact: chosen, value: null })}
      />
      {fact === null ? null : (
        <ValueField
          kind={kindOf(fact)}
          code={fact}
          value={value}
          onChange={(next) => change({ value: next })}
        />
      )}
      <TextField
        label={t('eligible.factHow')}
        hint={t('eligible.factHowHint')}
        required
        value={how}
        onChange={(words) => change({ how: words })}
      />
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={act.busy || fact === null || value === null || how.trim() === ''}
        >
          {t('common.save')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}

const kindOf = (fact: string): FactKind =>
  Object.hasOwn(factKinds, fact) ? factKinds[fact as FactCode] : 'yes_no';

function ValueField({
  kind,
  code,
  value,
  onChange,
}: {
  readonly kind: FactKind;
  readonly code: string;
  readonly value: SaidValue | null;
  readonly onChange: (value: SaidValue | null) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useProgrammeNames();
  const label = t('eligible.factValue');
  const text = typeof value === 'string' ? value : null;
  const list: readonly string[] = Array.isArray(value) ? value : [];
  const several = (choices: readonly Choice[]) => (
    <ChecksField
      label={label}
      choices={choices}
      value={list}
      onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
    />
  );
  switch (kind) {
    case 'yes_no':
      return (
        <ChoiceField
          label={label}
          choices={(['yes', 'no'] as const).map((one) => ({ code: one, name: t(`eligible.${one}`) }))}
          value={value === null ? null : value === true ? 'yes' : 'no'}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'yes')}
        />
      );
    case 'day':
      return <DayField label={label} value={text} onChange={onChange} />;
    case 'number':
      return (
        <NumberField label={label} value={typeof value === 'number' ? value : null} onChange={onChange} />
      );
    case 'country':
      return (
        <ChoiceField<string> label={label} choices={countries(numbers)} value={text} onChange={onChange} />
      );
    case 'status':
      return (
        <ChoiceField<string>
          label={label}
          choices={immigrationStatus.items.map((item) => ({
            code: item.code,
            name: t(`immigration.${item.code}`),
          }))}
          value={text}
          onChange={onChange}
        />
      );
    case 'countries':
      return several(countries(numbers));
    case 'languages':
      return several(languages.map((one) => ({ code: one, name: languageName(numbers, one) })));
    case 'codes':
      return several(code === 'led_by' ? groupChoices(names) : profileChoices(names));
  }
}

/** A fact in words. */
function useValue(): (name: string, value: SaidValue) => string {
  const { t, numbers } = useSpeech();
  const names = useProgrammeNames();
  const words = useVerifyNames();
  const one = (name: string, value: string): string => {
    switch (kindOf(name)) {
      case 'day':
        return formatDate(numbers, value, 'UTC');
      case 'country':
      case 'countries':
        return countryName(numbers, value);
      case 'languages':
        return languageName(numbers, value);
      case 'status':
        return isCodeOf(immigrationStatus, value) ? t(`immigration.${value}`) : value;
      default:
        return name === 'led_by' ? names.group(value) : names.profile(value);
    }
  };
  return (name, value) => {
    if (typeof value === 'boolean') return t(value ? 'eligible.yes' : 'eligible.no');
    if (typeof value === 'number') return new Intl.NumberFormat(numbers).format(value);
    return typeof value === 'string' ? one(name, value) : words.list(value.map((item) => one(name, item)));
  };
}
