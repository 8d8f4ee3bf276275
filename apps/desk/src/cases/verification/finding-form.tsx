import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import {
  type FindingValues,
  findingItems,
  type Question,
  type Stake,
} from '@leeward/domain/verification/events.ts';
import type { Finding, VerificationState } from '@leeward/domain/verification/state.ts';
import { termFor, usualTerms } from '@leeward/domain/verification/terms.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { ChecksField, ChoiceField, DayField, TextField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import { confidenceChoices, levelChoices, sourceChoices, stakeChoices, useTerms } from './names.ts';

const noStake: Stake = { has: 'not_known', words: '' };

/** What was found about a question: a new finding, or a change of one. */
export function FindingForm({
  record,
  state,
  question,
  finding,
}: {
  readonly record: string;
  readonly state: VerificationState;
  readonly question: Question;
  /** The finding that is changed; undefined for a new one. */
  readonly finding?: Finding | undefined;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const terms = useTerms();
  const form = useItemForm(
    findingItems,
    record,
    finding,
    (): Partial<FindingValues> => ({
      question,
      sources: [],
      confidence: 'conf_low',
      stake: noStake,
      words: '',
      on: today,
      until: null,
      term: termFor(terms, question),
      foundBy: '',
    }),
    finding === undefined ? question : '',
  );
  const { values, set } = form;
  const level = values.level ?? null;
  const term = values.term ?? termFor(usualTerms, question);
  return (
    <FormFrame
      label={finding === undefined ? t('verify.findingNew') : t('verify.findingEdit')}
      form={form}
      ready={level !== null && (values.on ?? '') !== ''}
    >
      <ChoiceField
        label={t('verify.level')}
        hint={t('verify.levelHint')}
        choices={levelChoices(t)}
        value={level}
        required
        onChange={(chosen) => chosen !== null && set({ level: chosen })}
      />
      <TextField
        label={t('verify.words')}
        hint={t('verify.wordsHint')}
        lines={3}
        value={values.words ?? ''}
        onChange={(words) => set({ words })}
      />
      {standing(state.sources).length === 0 ? null : (
        <ChecksField
          label={t('verify.rests')}
          choices={sourceChoices(state)}
          value={values.sources ?? []}
          onChange={(sources) => set({ sources })}
        />
      )}
      <ChoiceField
        label={t('verify.confidence')}
        choices={confidenceChoices(t)}
        value={values.confidence ?? null}
        onChange={(chosen) => chosen !== null && set({ confidence: chosen })}
      />
      <StakeFields stake={values.stake ?? noStake} onChange={(stake) => set({ stake })} />
      <DayField
        label={t('verify.on')}
        required
        value={values.on ?? null}
        // Found on another day is found anew: by the terms in force.
        onChange={(on) => on !== null && set({ on, term: termFor(terms, question) })}
      />
      <DayField
        label={t('verify.until')}
        hint={t(term.opens ? 'verify.untilHintOpens' : 'verify.untilHint', { count: term.months })}
        value={values.until ?? null}
        onChange={(until) => set({ until })}
      />
      <TextField
        label={t('verify.foundBy')}
        value={values.foundBy ?? ''}
        onChange={(foundBy) => set({ foundBy })}
      />
    </FormFrame>
  );
}

/** A stake that somebody has in the answer. */
export function StakeFields({
  stake,
  onChange,
}: {
  readonly stake: Stake;
  readonly onChange: (stake: Stake) => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <ChoiceField
        label={t('verify.stake')}
        hint={t('verify.stakeHint')}
        choices={stakeChoices(t)}
        value={stake.has}
        onChange={(has) => onChange({ ...stake, has: has ?? 'not_known' })}
      />
      {stake.has === 'for' || stake.has === 'against' ? (
        <TextField
          label={t('verify.stakeWords')}
          value={stake.words}
          onChange={(words) => onChange({ ...stake, words })}
        />
      ) : null}
    </>
  );
}

/** The level of a finding; "not started" where it has none. */
export const levelOf = (finding: Finding): FindingValues['level'] =>
  valueIn(finding, 'level') ?? 'ver_0_none';
