import { defang } from '@leeward/ui/inert.ts';
import { formatDateTime, formatList } from '@leeward/ui/language/format.ts';
import {
  type CheckInPlan,
  type ComeBack,
  firstOpenRound,
  nextRound,
} from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import { type Language, useLanguage } from '../../model/language.ts';
import { LineField, TextField } from '../../parts/field.tsx';
import type { BackProps } from './kept.ts';

/** "I am safe", "I am not safe": two large buttons, with words beside them for who wants to say more. */
export function Signs({
  plan,
  kept,
  keep,
  say,
  isBusy,
  lastSafe,
}: BackProps & {
  readonly plan: ComeBack['plan'];
  /** When she last said here that she is safe, in milliseconds since 1970; null where she did not. */
  readonly lastSafe: number | null;
}) {
  const { t, tag } = useLanguage();
  const [isMore, setMore] = useState(false);
  const agreed = plan?.standing === 'accepted' ? plan.plan : null;
  const due = agreed === null ? null : dueOf(agreed, lastSafe);
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
            <PlanWords plan={agreed} />
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

/** The rhythm that the team proposes: it begins only when she takes it on. */
export function ProposedPlan({ plan, say, isBusy }: BackProps & { readonly plan: CheckInPlan }) {
  const { t } = useLanguage();
  const answer = (word: 'accepted' | 'declined'): void =>
    void say([plainItem({ type: 'plan', v: 1, plan: plan.id, answer: word })]);
  return (
    <section class="card padded stack tight" aria-labelledby="plan">
      <h2 id="plan">{t('back.planAsk')}</h2>
      <p>{t('back.planWhy')}</p>
      <PlanWords plan={plan} />
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

function PlanWords({ plan }: { readonly plan: CheckInPlan }) {
  const language = useLanguage();
  const { t, tag } = language;
  return (
    <>
      <p>{rhythmWords(plan, language)}</p>
      <p>
        {t('back.planFrom', { date: formatDateTime(tag, plan.from) })}{' '}
        {plan.until === null ? '' : t('back.planUntil', { date: formatDateTime(tag, plan.until) })}
      </p>
      <h3>{t('back.silence')}</h3>
      <p class="words" dir="auto" translate={false}>
        {defang(plan.silence)}
      </p>
    </>
  );
}

function rhythmWords({ rhythm }: CheckInPlan, { t, tag }: Language): string {
  if ('every' in rhythm) return t('back.planEvery', { hours: rhythm.every });
  return t('back.planTimes', { times: formatList(tag, [...rhythm.times]), zone: rhythm.zone });
}

/** A round that nothing has answered yet comes first; what she said in earlier visits this phone does not know. */
function dueOf(plan: CheckInPlan, lastSafe: number | null): number | null {
  const now = Date.now();
  const open = lastSafe === null ? null : firstOpenRound(plan, lastSafe);
  return open !== null && open > now ? open : nextRound(plan, now);
}
