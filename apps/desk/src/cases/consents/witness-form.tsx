import { addMonths } from '@leeward/domain/clock/days.ts';
import { usualConsentMonths } from '@leeward/domain/consent/ask.ts';
import { assurances, type WitnessedYes } from '@leeward/domain/consent/events.ts';
import { isSameUse } from '@leeward/domain/consent/rules.ts';
import { consentsOfCase, type Voices } from '@leeward/domain/consent/voices.ts';
import { witnessing } from '@leeward/domain/consent/witness.ts';
import { voicesFor } from '@leeward/domain/people/relations.ts';
import { factOf, isChild, labelOf, peopleIn } from '@leeward/domain/people/state.ts';
import { languageChoices } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { dayOf, LineBox, TextBox } from '../../request/back-fields.tsx';
import { newId } from '../new-id.ts';
import { Choose, Several } from '../people/inputs.tsx';
import { ActButtons } from './act-buttons.tsx';
import { useAct } from './use-act.ts';
import { heardWays, isWholeUse, UseFields, type UseForm } from './use-fields.tsx';

type Form = UseForm & {
  readonly id: string;
  readonly answer: 'yes' | 'no';
  readonly text: string;
  readonly language: string;
  readonly until: string;
  readonly how: WitnessedYes['how'];
  readonly on: string;
  readonly words: string;
  readonly interpreter: string;
  readonly saidBy: readonly string[];
  readonly childView: string;
  readonly assured: readonly (typeof assurances)[number][];
};

/** Writes down a yes or a no that somebody said or signed on paper, with the very text that was read to her. */
export function WitnessForm({
  view,
  voices,
  person,
  onDone,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly person: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const today = dayOf(useNow());
  const { people } = voices;
  const [asked, setAsked] = useState(false);
  const act = useAct<Form>(view.record, `case:ConsentWitnessed:${person}`, () => ({
    id: newId(),
    answer: 'yes',
    purpose: '',
    recipient: '',
    fields: [],
    text: '',
    language: factOf(people, person, 'languages')?.[0] ?? locale,
    until: addMonths(today, usualConsentMonths),
    how: 'conch_oral_noted',
    on: today,
    words: '',
    interpreter: '',
    saidBy: [],
    childView: '',
    assured: [],
  }));
  const { form, change } = act;
  const child = isChild(people, person) === true;
  const name = labelOf(people, person) ?? '';
  const rule = witnessing(form.purpose, form.how);
  const { alone, together } = voicesFor(people, person, form.on);
  const guardians = [...new Set([...alone, ...together])];
  const isYes = form.answer === 'yes';
  const isWhole =
    isWholeUse(form) &&
    form.on !== '' &&
    form.on <= today &&
    (!isYes ||
      (form.text.trim() !== '' && rule.may && assurances.every((one) => form.assured.includes(one))));
  const give = async (): Promise<void> => {
    setAsked(true);
    if (!isWhole) return;
    const purpose = form.purpose as WitnessedYes['ask']['purpose'];
    const recipient = form.recipient.trim();
    const earlier = consentsOfCase(voices, today).filter(
      (consent) => consent.person === person && isSameUse(consent.ask, { purpose, recipient }),
    );
    const given = await act.give([
      isYes
        ? {
            type: 'ConsentWitnessed',
            v: 1,
            person,
            ask: {
              id: form.id,
              purpose,
              recipient,
              fields: form.fields,
              text: form.text.trim(),
              version: earlier.length + 1,
              language: form.language,
              until: form.until === '' ? null : form.until,
            },
            saidBy: child ? form.saidBy : [],
            childView: child ? form.childView.trim() : '',
            how: form.how,
            on: form.on,
            words: form.words.trim(),
            interpreter: form.interpreter.trim(),
            assured: form.assured,
          }
        : {
            type: 'ConsentRefused',
            v: 1,
            id: form.id,
            person,
            purpose,
            recipient,
            on: form.on,
            words: form.words.trim(),
          },
    ]);
    if (given) onDone();
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h3>{t('consents.witnessOf', { name })}</h3>
      <p className="small quiet">{t('consents.witnessWhy')}</p>
      <Choose
        label={t('consents.answer')}
        value={form.answer}
        options={[
          ['yes', t('consents.answer.yes')],
          ['no', t('consents.answer.no')],
        ]}
        onChange={(answer) => change({ answer })}
      />
      <UseFields form={form} onChange={change} />
      {!isYes ? null : (
        <>
          <Choose
            label={t('consents.how')}
            value={form.how}
            options={heardWays.map((how) => [how as WitnessedYes['how'], t(`consents.how.${how}`)] as const)}
            onChange={(how) => change({ how })}
          />
          {form.purpose !== '' && rule.why !== null ? (
            <p className="note danger" role="status">
              {t(`refusal.${rule.why}`)}
            </p>
          ) : null}
          {form.purpose !== '' && rule.may && rule.second ? (
            <p className="note warn">{t('consents.needsSecond')}</p>
          ) : null}
          {child ? (
            <>
              {guardians.length === 0 ? (
                <p className="note warn">{t('people.voice.nobody')}</p>
              ) : (
                <Several
                  label={t('consents.saidByField')}
                  values={form.saidBy}
                  options={guardians.map((one) => [one, labelOf(people, one) ?? ''] as const)}
                  onChange={(saidBy) => change({ saidBy })}
                />
              )}
              <TextBox
                label={t('consents.childView')}
                rows={2}
                value={form.childView}
                onChange={(childView) => change({ childView })}
              />
            </>
          ) : null}
          <Choose
            label={t('consents.language')}
            value={form.language}
            options={languageChoices(locale).map((one) => [one.code, one.name] as const)}
            onChange={(language) => change({ language })}
          />
          <TextBox
            label={t('consents.readText')}
            hint={t('consents.readTextHint')}
            rows={5}
            lang={form.language}
            value={form.text}
            onChange={(text) => change({ text })}
          />
          <LineBox
            label={t('consent.untilField')}
            type="date"
            value={form.until}
            onChange={(until) => change({ until })}
          />
          <LineBox
            label={t('consents.interpreter')}
            hint={t('consents.interpreterHint')}
            value={form.interpreter}
            onChange={(interpreter) => change({ interpreter })}
          />
        </>
      )}
      <LineBox label={t('consents.on')} type="date" value={form.on} onChange={(on) => change({ on })} />
      <TextBox
        label={t('consents.words')}
        rows={2}
        value={form.words}
        onChange={(words) => change({ words })}
      />
      {isYes ? (
        <Several
          label={t('consents.assured')}
          values={form.assured}
          options={assurances.map((one) => [one, t(`consents.assured.${one}`)] as const)}
          onChange={(assured) => change({ assured })}
        />
      ) : null}
      {form.on > today ? (
        <p className="error" role="status">
          {t('consents.future')}
        </p>
      ) : null}
      {asked && !isWhole ? (
        <p className="error" role="status">
          {t('consents.incomplete')}
        </p>
      ) : null}
      <ActButtons act={act} label={t('consents.writeDown')} onCancel={onDone} />
    </form>
  );
}

/** Whether anybody is in the file of whom a consent can be written down. */
export const hasPeople = (voices: Voices): boolean => peopleIn(voices.people).length > 0;
