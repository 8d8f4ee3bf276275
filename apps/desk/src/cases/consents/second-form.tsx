import { secondHow } from '@leeward/domain/consent/events.ts';
import type { CaseConsent } from '@leeward/domain/consent/voices.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf, LineBox, TextBox } from '../../request/back-fields.tsx';
import { Choose } from '../people/inputs.tsx';
import { ActButtons } from './act-buttons.tsx';
import { useAct } from './use-act.ts';

/** A second officer reads her the same text again and hears her say yes, on another day. */
export function SecondForm({
  view,
  consent,
  onDone,
}: {
  readonly view: CaseView;
  readonly consent: CaseConsent;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  const act = useAct(view.record, `case:ConsentSeconded:${consent.id}`, () => ({
    how: 'called_back' as (typeof secondHow)[number],
    on: today,
    words: '',
    urgent: '',
  }));
  const { form, change } = act;
  const sameDay = consent.givenOn !== null && form.on <= consent.givenOn;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const { how, on, words, urgent } = form;
        void act
          .give([
            {
              type: 'ConsentSeconded',
              v: 1,
              consent: consent.id,
              how,
              on,
              words: words.trim(),
              urgent: sameDay ? urgent.trim() : '',
            },
          ])
          .then((given) => (given ? onDone() : undefined));
      }}
    >
      <p className="note">{t('consents.secondWhy')}</p>
      <Words className="consent-text" text={consent.ask.text} lang={consent.ask.language} />
      <Choose
        label={t('consents.how')}
        value={form.how}
        options={secondHow.map((how) => [how, t(`consents.secondHow.${how}`)] as const)}
        onChange={(how) => change({ how })}
      />
      <LineBox label={t('consents.on')} type="date" value={form.on} onChange={(on) => change({ on })} />
      {form.on > today ? (
        <p className="error" role="status">
          {t('consents.future')}
        </p>
      ) : null}
      {sameDay ? (
        <LineBox label={t('consents.urgent')} value={form.urgent} onChange={(urgent) => change({ urgent })} />
      ) : null}
      <TextBox
        label={t('consents.words')}
        rows={2}
        value={form.words}
        onChange={(words) => change({ words })}
      />
      <ActButtons act={act} label={t('consents.second')} disabled={form.on > today} onCancel={onDone} />
    </form>
  );
}
