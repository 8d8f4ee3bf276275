import type { ShownPlan, ShownRounds } from '@leeward/domain/request/shown-plan.ts';
import { direction, formatDateTime } from '@leeward/ui';
import { type SaidFact, sayContact, sayGrace, sayMeasure, sayRhythm } from '@leeward/ui/language/say-plan.ts';
import type { ReactNode } from 'react';
import type { HerSpeech } from '../../language/her-language.ts';
import { Words } from '../../parts/words.tsx';

/** What she will see, in the words of her page and in its order. */
export function ShownPreview({
  plan,
  rounds,
  speech,
}: {
  readonly plan: Omit<ShownPlan, 'id' | 'version'>;
  readonly rounds: Pick<ShownRounds, 'agreed' | 'pauses'> | null;
  readonly speech: HerSpeech;
}): ReactNode {
  const { t: hers, tag, locale } = speech;
  return (
    <div className="card inset stack" lang={locale} dir={direction(locale)} data-preview="plan">
      <b>{hers('back.shown')}</b>
      {plan.risks === null ? null : (
        <>
          <Text heading={hers('back.risks')} text={plan.risks.look} lang={plan.language} />
          <Text heading={hers('back.risksAct')} text={plan.risks.act} lang={plan.language} />
        </>
      )}
      <Text heading={hers('back.shownAims')} text={plan.aims} lang={plan.language} />
      {plan.measures.map((measure) => (
        <section key={measure.id} className="stack tight">
          <Words text={measure.what} lang={plan.language} className="line-title" />
          <Facts facts={sayMeasure(measure, speech)} />
          <p className="cluster small quiet">
            {(['agreed', 'refused', 'unsure'] as const).map((answer) => (
              <span key={answer} className="chip">
                {hers(`back.measure.${answer}`)}
              </span>
            ))}
          </p>
        </section>
      ))}
      {plan.contacts.length === 0 ? null : (
        <section className="stack tight">
          <b>{hers('back.shownContacts')}</b>
          {plan.contacts.map((contact) => (
            <div key={contact.id}>
              <Words text={contact.who} lang={plan.language} />
              <Facts facts={sayContact(contact, speech)} />
            </div>
          ))}
        </section>
      )}
      <Text heading={hers('back.shownArrest')} text={plan.arrest} lang={plan.language} />
      {rounds === null ? null : (
        <section className="stack tight">
          <b>{hers('back.rounds')}</b>
          {rounds.pauses.map(({ id, from, until }) => (
            <p key={id}>
              {hers('back.pauseSpan', { from: formatDateTime(tag, from), until: formatDateTime(tag, until) })}
            </p>
          ))}
          {rounds.agreed.map((one) => (
            <div key={one.id}>
              <p>{sayRhythm(one.rhythm, speech)}</p>
              <Words text={one.way} />
              <b>{sayGrace(one.grace, speech)}</b>
              <Words text={one.silence} lang={one.language} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function Text({
  heading,
  text,
  lang,
}: {
  readonly heading: string;
  readonly text: string;
  readonly lang: string;
}): ReactNode {
  if (text === '') return null;
  return (
    <section className="stack tight">
      <b>{heading}</b>
      <Words text={text} lang={lang} />
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly SaidFact[] }): ReactNode {
  return (
    <dl className="small">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Words text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
