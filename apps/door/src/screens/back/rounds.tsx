import { defang } from '@leeward/ui/inert.ts';
import { formatDateTime } from '@leeward/ui/language/format.ts';
import { sayGrace, sayRhythm } from '@leeward/ui/language/say-plan.ts';
import {
  type CheckInPlan,
  type ComeBack,
  nextSign,
  type ShownPause,
} from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { DayField } from '../../parts/day-field.tsx';
import { TextField } from '../../parts/field.tsx';
import { Choice } from '../../parts/options.tsx';
import type { BackProps } from './kept.ts';

/** When she says that she is safe, as it is agreed now: at this door and by word of mouth, with the pauses. */
export function Rounds({ back, ...props }: BackProps & { readonly back: ComeBack }) {
  const { t, tag } = useLanguage();
  const { running, agreed, pauses, wish } = back;
  const plans = running === null ? agreed : [running, ...agreed];
  const next = nextSign(plans, pauses, null, Date.now());
  return (
    <section class="card padded stack tight" aria-labelledby="rounds">
      <h2 id="rounds">{t('back.rounds')}</h2>
      {plans.length === 0 ? <p class="quiet">{t('back.roundsNone')}</p> : null}
      {wish === null || plans.length === 0 ? null : (
        <p class="note warn" role="status">
          {t(`back.wishTold.${wish}`)} {t('back.wishGoesOn')}
        </p>
      )}
      {next === null ? null : <p>{t('back.due', { date: formatDateTime(tag, next) })}</p>}
      <Pauses pauses={pauses} />
      {running === null ? null : <RhythmWords plan={running} />}
      {agreed.map((one) => (
        <div key={one.id} class="stack tight">
          <h3>{t('back.roundsSpoken')}</h3>
          {one.way === '' ? null : (
            <p>
              {t('back.roundsWay')}: <bdi>{defang(one.way)}</bdi>
            </p>
          )}
          <RhythmWords plan={one} />
        </div>
      ))}
      {plans.length === 0 ? null : <Wish {...props} />}
    </section>
  );
}

/** Pauses that run or come: nobody waits for her in them. */
export function Pauses({ pauses }: { readonly pauses: readonly ShownPause[] }) {
  const { t, tag } = useLanguage();
  const now = Date.now();
  const left = pauses.filter(({ until }) => until > now).sort((one, other) => one.from - other.from);
  if (left.length === 0) return null;
  return (
    <>
      {left.map(({ id, from, until }) => (
        <p key={id} class="note">
          {t('back.pauseSpan', { from: formatDateTime(tag, from), until: formatDateTime(tag, until) })}{' '}
          {from <= now ? t('back.pauseNow') : ''}
        </p>
      ))}
    </>
  );
}

/** A rhythm, from when on it is asked, and what happens when she is silent. */
export function RhythmWords({ plan }: { readonly plan: CheckInPlan }) {
  const language = useLanguage();
  const { t, tag } = language;
  return (
    <>
      <p>{sayRhythm(plan.rhythm, language)}</p>
      <p>
        {t('back.planFrom', { date: formatDateTime(tag, plan.from) })}{' '}
        {plan.until === null ? '' : t('back.planUntil', { date: formatDateTime(tag, plan.until) })}
      </p>
      <h3>{sayGrace(plan.grace, language)}</h3>
      <p class="words" dir="auto" translate={false} lang={plan.language}>
        {defang(plan.silence)}
      </p>
    </>
  );
}

const day = 24 * 3_600_000;

/** She asks for a pause, or for the end. A person answers: whoever else holds her words cannot silence an alarm with it. */
function Wish({ kept, keep, say, isBusy }: BackProps) {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const wants = kept['wishWants'] === 'end' ? 'end' : 'pause';
  const [from, until] = [startOf(kept['wishFrom'] ?? ''), startOf(kept['wishUntil'] ?? '')];
  const text = kept['wishText']?.trim() ?? '';
  const isWhole = wants === 'end' || (from !== null && until !== null && until >= from);
  const send = async (): Promise<void> => {
    const span = wants === 'pause' && from !== null && until !== null ? { from, until: until + day } : {};
    const more = text === '' ? {} : { text: text.slice(0, 2000) };
    const message = { type: 'checkInWish', v: 1, wants, ...span, ...more } as const;
    await say([plainItem(message)], ['wishWants', 'wishFrom', 'wishUntil', 'wishText']);
    setOpen(false);
  };
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('back.wish')}</summary>
      {isOpen ? (
        <form
          class="stack tight"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            if (isWhole && !isBusy) void send();
          }}
        >
          <Choice
            label={t('back.wishWhat')}
            options={(['pause', 'end'] as const).map((value) => ({ value, label: t(`back.wish.${value}`) }))}
            value={wants}
            onChange={(value) => keep('wishWants', value ?? 'pause')}
          />
          {wants === 'end' ? null : (
            <>
              <DayField
                label={t('back.wishFrom')}
                value={kept['wishFrom'] ?? ''}
                onChange={(on) => keep('wishFrom', on)}
              />
              <DayField
                label={t('back.wishUntil')}
                value={kept['wishUntil'] ?? ''}
                onChange={(on) => keep('wishUntil', on)}
              />
            </>
          )}
          <TextField
            label={t('back.wishText')}
            value={kept['wishText'] ?? ''}
            rows={2}
            onChange={(value) => keep('wishText', value)}
          />
          <p class="note">{t('back.wishHow')}</p>
          <button class="button primary" type="submit" disabled={isBusy || !isWhole}>
            {t('back.wishSend')}
          </button>
        </form>
      ) : null}
    </details>
  );
}

/** The beginning of a day by her own clock; null where none was given. */
function startOf(on: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(on) ? new Date(`${on}T00:00:00`).getTime() : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
