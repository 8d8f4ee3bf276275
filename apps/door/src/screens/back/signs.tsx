import { formatDateTime } from '@leeward/ui/language/format.ts';
import { type CheckInPlan, type ComeBack, nextSign } from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { LineField, TextField } from '../../parts/field.tsx';
import type { BackProps } from './kept.ts';
import { Pauses, RhythmWords } from './rounds.tsx';

/** "I am safe", "I am not safe": two large buttons, with words beside them for who wants to say more. */
export function Signs({
  back,
  kept,
  keep,
  say,
  isBusy,
  lastSafe,
}: BackProps & {
  readonly back: ComeBack;
  /** When she last said here that she is safe, in milliseconds since 1970; null where she did not. */
  readonly lastSafe: number | null;
}) {
  const { t, tag } = useLanguage();
  const [isMore, setMore] = useState(false);
  const { running: agreed, pauses } = back;
  const plans = agreed === null ? back.agreed : [agreed, ...back.agreed];
  const due = nextSign(plans, pauses, lastSafe, Date.now());
  const send = (safe: boolean): void => {
    const [text, word] = [kept['signText']?.trim() ?? '', kept['signWord']?.trim() ?? ''];
    const message = {
      type: 'checkIn',
      v: 1,
      safe,
      ...(agreed === null ? {} : { plan: agreed.id }),
      ...(text === '' ? {} : { text: text.slice(0, 8000) }),
      ...(word === '' ? {} : { word: word.slice(0, 500) }),
    } as const;
    void say([plainItem(message)], ['signText', 'signWord']);
  };
  return (
    <section class="card padded stack tight" aria-labelledby="signs">
      <h2 id="signs">{t('talk.safety')}</h2>
      {due === null ? null : <p>{t('back.due', { date: formatDateTime(tag, due) })}</p>}
      {plans.length === 0 ? null : <Pauses pauses={pauses} />}
      <div class="go">
        <button class="button wide sign" type="button" disabled={isBusy} onClick={() => send(true)}>
          {t('talk.safe')}
        </button>
        <button class="button danger wide sign" type="button" disabled={isBusy} onClick={() => send(false)}>
          {t('talk.notSafe')}
        </button>
      </div>
      <p class="small quiet">{t('talk.safetyHint')}</p>
      <details onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>{t('back.signMore')}</summary>
        {isMore ? (
          <div class="stack tight">
            <TextField
              label={t('back.signText')}
              value={kept['signText'] ?? ''}
              rows={3}
              onChange={(text) => keep('signText', text)}
            />
            <LineField
              label={t('back.signWord')}
              hint={t('back.signWordHint')}
              value={kept['signWord'] ?? ''}
              limit={500}
              onChange={(word) => keep('signWord', word)}
            />
          </div>
        ) : null}
      </details>
      {agreed === null ? null : (
        <details>
          <summary>{t('back.plan')}</summary>
          <div class="stack tight">
            <RhythmWords plan={agreed} />
            <button
              class="button"
              type="button"
              disabled={isBusy}
              onClick={() => void say([plainItem({ type: 'plan', v: 1, plan: agreed.id, answer: 'ended' })])}
            >
              {t('back.planEnd')}
            </button>
          </div>
        </details>
      )}
    </section>
  );
}

/** The rhythm that the team proposes: when it is asked first and what silence means stand before her yes. */
export function ProposedPlan({
  plan,
  replaces,
  say,
  isBusy,
}: BackProps & {
  readonly plan: CheckInPlan;
  /** Another rhythm runs, in whose place this one would come. */
  readonly replaces: boolean;
}) {
  const { t, tag } = useLanguage();
  const first = nextSign([plan], [], null, Date.now());
  const answer = (word: 'accepted' | 'declined'): void =>
    void say([plainItem({ type: 'plan', v: 1, plan: plan.id, answer: word })]);
  return (
    <section class="card padded stack tight" aria-labelledby="plan">
      <h2 id="plan">{t('back.planAsk')}</h2>
      <p>{t('back.planWhy')}</p>
      {replaces ? <p class="note">{t('back.replaces')}</p> : null}
      <RhythmWords plan={plan} />
      {first === null ? null : <p>{t('back.firstSign', { date: formatDateTime(tag, first) })}</p>}
      <div class="go">
        <button
          class="button primary wide"
          type="button"
          disabled={isBusy}
          onClick={() => answer('accepted')}
        >
          {t('back.planYes')}
        </button>
        <button class="button wide" type="button" disabled={isBusy} onClick={() => answer('declined')}>
          {t('back.planNo')}
        </button>
      </div>
      <p class="small quiet">{t('back.planFree')}</p>
    </section>
  );
}
