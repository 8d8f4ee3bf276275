import { type AgreedCheckIn, type SaidWord, saidWords } from '@leeward/domain/check-in/events.ts';
import { countsAsSafe, saysDanger } from '@leeward/domain/check-in/watch.ts';
import { type Item, valueIn } from '@leeward/domain/shared/items.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useBegun, useForm } from '../../session/use-form.ts';
import { MomentBox } from '../item/moment-box.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';

type Form = {
  readonly at: number | null;
  readonly safe: boolean;
  readonly word: SaidWord;
  readonly way: string;
  readonly note: string;
};

/** A sign of life that came by voice, by a message elsewhere, or through somebody who saw her. */
export function HearSign({
  record,
  items,
}: {
  readonly record: string;
  /** The agreements by word of mouth: whether one of them has a word. */
  readonly items: readonly Item<AgreedCheckIn>[];
}): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const act = useCaseAct(record);
  const command = 'case:sign' as const;
  const hasWord = items.some((item) => item.away === null && (valueIn(item, 'safeWord') ?? '') !== '');
  const draft = useForm<Form>(command, record, () => ({
    at: null,
    safe: true,
    word: hasWord ? 'missing' : 'none_agreed',
    way: '',
    note: '',
  }));
  const [isOpen, setOpen] = useState(false);
  const isBegun = useBegun(command, record);
  if (!isOpen && !isBegun)
    return (
      <div>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('sign.hear')}
        </button>
      </div>
    );
  const { form, change } = draft;
  const at = form.at ?? now;
  const give = async (): Promise<void> => {
    const event = {
      type: 'SignHeard',
      v: 1,
      at,
      safe: form.safe,
      word: form.word,
      way: form.way.trim(),
      note: form.note.trim(),
    } as const;
    if (!(await act.run({ ok: true, value: [event] }, command))) return;
    draft.given();
    setOpen(false);
  };
  const effect = saysDanger(form) ? 'danger' : countsAsSafe(form) ? 'closes' : 'open';
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="enter-row">
        <SelectBox
          label={t('sign.said')}
          value={form.safe ? 'safe' : 'danger'}
          choices={(['safe', 'danger'] as const).map((value) => ({ value, label: t(`sign.said.${value}`) }))}
          onChange={(value) => change({ safe: value !== 'danger' })}
        />
        <SelectBox
          label={t('sign.word')}
          value={form.word}
          choices={saidWords.map((value) => ({ value, label: t(`sign.word.${value}`) }))}
          onChange={(value) => change({ word: value === '' ? 'missing' : value })}
        />
      </div>
      <p
        className={effect === 'danger' ? 'note danger' : effect === 'open' ? 'note warn' : 'small quiet'}
        role="status"
      >
        {t(`sign.effect.${effect}`)}
      </p>
      <MomentBox label={t('sign.at')} value={at} onChange={(moment) => change({ at: moment })} />
      <LineBox label={t('sign.way')} value={form.way} onChange={(way) => change({ way })} />
      <TextBox label={t('task.note')} rows={2} value={form.note} onChange={(note) => change({ note })} />
      {at > now + 60_000 ? <p className="error">{t('sign.future')}</p> : null}
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={act.busy || at > now + 60_000}>
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpen(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpen(false)} />
      </div>
    </form>
  );
}
