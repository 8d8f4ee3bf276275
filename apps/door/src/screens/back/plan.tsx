import { defang } from '@leeward/ui/inert.ts';
import { formatDateTime } from '@leeward/ui/language/format.ts';
import { type SaidFact, sayContact, sayMeasure } from '@leeward/ui/language/say-plan.ts';
import type {
  AskedMeasure,
  AskedNote,
  ComeBack,
  HerMeasureAnswer,
  HerPlan,
} from '@leeward/workspace/door/come-back.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { Confirmed } from '../../parts/confirmed.tsx';
import { TextField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { State } from '../../parts/state.tsx';
import { Steps } from '../../parts/steps.tsx';
import type { BackProps } from './kept.ts';
import { Rounds } from './rounds.tsx';

/** Her plan as the team showed it last: what is to be done, whom the team calls, and when she says that she is safe. */
export function Plan({
  back,
  conversation,
  ...props
}: BackProps & { readonly back: ComeBack; readonly conversation: Conversation }) {
  const { t, tag } = useLanguage();
  const { shown } = back;
  return (
    <Frame title={t('back.shown')} lead={shown === null ? undefined : t('back.shownLead')}>
      <Confirmed conversation={conversation} />
      {shown === null ? (
        <>
          <p>{t('back.shownNone')}</p>
          <button
            class="button"
            type="button"
            disabled={props.isBusy}
            onClick={() =>
              void props.say([plainItem({ type: 'message', v: 1, text: t('back.shownAskText') })])
            }
          >
            {t('back.shownAsk')}
          </button>
        </>
      ) : (
        <>
          <p class="small quiet">
            {t('back.shownVersion', { version: shown.plan.version, date: formatDateTime(tag, shown.at) })}
          </p>
          {shown.mayBeOlder ? (
            <p class="note warn" role="alert">
              {t('back.shownOlder')}
            </p>
          ) : null}
          <ShownPlan shown={shown} {...props} />
        </>
      )}
      <Rounds back={back} {...props} />
      <Steps back={null} next={props.home} nextLabel={t('back.home')} />
    </Frame>
  );
}

function ShownPlan({ shown, ...props }: BackProps & { readonly shown: HerPlan }) {
  const { t, tag } = useLanguage();
  const { plan, measures, risks } = shown;
  return (
    <>
      {risks === null ? null : <Risks one={risks} shown={shown} {...props} />}
      <Text heading={t('back.shownAims')} text={plan.aims} language={plan.language} />
      {measures.length === 0 ? null : <h2>{t('back.shownParts')}</h2>}
      {measures.map((one) => (
        <Measure key={one.measure.id} one={one} shown={shown} {...props} />
      ))}
      {plan.contacts.length === 0 ? null : (
        <section class="card padded stack tight" aria-labelledby="contacts">
          <h2 id="contacts">{t('back.shownContacts')}</h2>
          {plan.contacts.map((contact) => (
            <div key={contact.id} class="stack tight">
              <h3 dir="auto" translate={false} lang={plan.language}>
                {defang(contact.who)}
              </h3>
              <Facts facts={sayContact(contact, { t, tag })} />
            </div>
          ))}
        </section>
      )}
      <Text heading={t('back.shownArrest')} text={plan.arrest} language={plan.language} />
    </>
  );
}

/** One measure, and her word on it. */
function Measure({ one, ...props }: BackProps & { readonly one: AskedMeasure; readonly shown: HerPlan }) {
  const { t, tag } = useLanguage();
  const { measure } = one;
  const heading = `measure-${measure.id}`;
  return (
    <section class="card padded stack tight" aria-labelledby={heading}>
      <h3 id={heading} class="words" dir="auto" translate={false} lang={props.shown.plan.language}>
        {defang(measure.what)}
      </h3>
      <Facts facts={sayMeasure(measure, { t, tag })} />
      <HerWord id={measure.id} heading={heading} of="measure" word={one} {...props} />
    </section>
  );
}

/** The note on her dangers, and whether she finds it so. */
function Risks({ one, ...props }: BackProps & { readonly one: AskedNote; readonly shown: HerPlan }) {
  const { t } = useLanguage();
  const { note } = one;
  const { language } = props.shown.plan;
  return (
    <section class="card padded stack tight" aria-labelledby="risks">
      <h2 id="risks">{t('back.risks')}</h2>
      <p class="words" dir="auto" translate={false} lang={language}>
        {defang(note.look)}
      </p>
      {note.act === '' ? null : (
        <>
          <h3>{t('back.risksAct')}</h3>
          <p class="words" dir="auto" translate={false} lang={language}>
            {defang(note.act)}
          </p>
        </>
      )}
      <HerWord id={note.id} heading="risks" of="risks" word={one} {...props} />
    </section>
  );
}

/** Her word on one thing of the plan: yes, no, or a question, signed as everything that she writes. */
function HerWord({
  id,
  heading,
  of,
  word: { answer, before, onItsWay },
  shown,
  kept,
  keep,
  say,
  isBusy,
}: BackProps & {
  readonly id: string;
  readonly heading: string;
  readonly of: 'measure' | 'risks';
  readonly word: Omit<AskedMeasure, 'measure'>;
  readonly shown: HerPlan;
}) {
  const { t } = useLanguage();
  const [isChanging, setChanging] = useState(false);
  const [asks, setAsks] = useState(false);
  const field = `measure ${id}`;
  const words = kept[field]?.trim() ?? '';
  const send = (said: HerMeasureAnswer): void => {
    // A question needs its words; a yes or a no needs none.
    if (said === 'unsure' && words === '') {
      setAsks(true);
      return;
    }
    setChanging(false);
    setAsks(false);
    const more = words === '' ? {} : { text: words.slice(0, 2000) };
    const message = {
      type: 'measure',
      v: 1,
      plan: shown.hash,
      measure: id,
      answer: said,
      ...more,
    } as const;
    void say([plainItem(message)], [field]);
  };
  return (
    <>
      {answer === null ? null : (
        <p>
          <strong>{t(`back.${of}Said.${answer}`)}</strong>{' '}
          {onItsWay === null ? null : <State state={onItsWay} />}
        </p>
      )}
      {answer === null && before !== null ? <p class="note">{t('back.measureBefore')}</p> : null}
      {answer !== null && !isChanging ? (
        <button class="button quiet" type="button" disabled={isBusy} onClick={() => setChanging(true)}>
          {t('back.measureChange')}
        </button>
      ) : (
        <>
          <details open={asks || words !== ''}>
            <summary>{t('back.measureWords')}</summary>
            <TextField
              label={t('back.measureWords')}
              value={kept[field] ?? ''}
              rows={2}
              onChange={(text) => keep(field, text)}
            />
          </details>
          {asks && words === '' ? (
            <p class="note" role="status">
              {t('back.measureAskFirst')}
            </p>
          ) : null}
          <div class="go">
            {(['agreed', 'refused', 'unsure'] as const).map((said) => (
              <button
                key={said}
                class="button wide"
                type="button"
                disabled={isBusy}
                aria-describedby={heading}
                onClick={() => send(said)}
              >
                {t(`back.${of}.${said}`)}
              </button>
            ))}
          </div>
          {of === 'measure' ? <p class="small quiet">{t('back.measureFree')}</p> : null}
        </>
      )}
    </>
  );
}

function Text({
  heading,
  text,
  language,
}: {
  readonly heading: string;
  readonly text: string;
  readonly language: string;
}) {
  if (text.trim() === '') return null;
  return (
    <section class="card padded stack tight">
      <h2>{heading}</h2>
      <p class="words" dir="auto" translate={false} lang={language}>
        {defang(text)}
      </p>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly SaidFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl class="problem">
      {facts.map(({ label, value }) => (
        <>
          <dt key={label}>{label}</dt>
          <dd class="words" dir="auto">
            {defang(value)}
          </dd>
        </>
      ))}
    </dl>
  );
}
