import {
  type CheckInCover,
  type CheckInPause,
  coverItems,
  pauseItems,
} from '@leeward/domain/check-in/events.ts';
import { type Item, standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDateTime } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { ItemCard, NewItem } from '../item/item-card.tsx';
import { MemberBox } from '../item/member-box.tsx';
import { MomentBox } from '../item/moment-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { ToldHer, useTellHer } from './told-her.tsx';

type Props = { readonly view: CaseView; readonly allowed: boolean };

/** Between which moments rounds are not asked for, and how she agreed to it. */
export function Pauses({
  view,
  allowed,
  request,
}: Props & { readonly request: RequestView | null }): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const tell = useTellHer(view, request);
  const { record, state } = view;
  const pauses = standing(state.parts.checkIns.pauses).filter(
    (pause) => (valueIn(pause, 'until') ?? 0) > now,
  );
  return (
    <section className="stack tight" aria-labelledby="pauses">
      <h2 id="pauses">{t('pause.title')}</h2>
      {request === null ? null : <ToldHer view={view} request={request} />}
      <ul className="plain stack tight">
        {pauses.map((pause) => (
          <ItemCard
            key={pause.id}
            kind={pauseItems}
            record={record}
            item={pause}
            allowed={allowed}
            away={t('pause.away')}
            form={(onEnd) => <PauseForm record={record} item={pause} tell={tell} onEnd={onEnd} />}
          >
            <Span from={valueIn(pause, 'from') ?? 0} until={valueIn(pause, 'until') ?? 0} />
            <Words text={valueIn(pause, 'why') ?? ''} />
            <Words className="small quiet" text={valueIn(pause, 'agreed') ?? ''} />
          </ItemCard>
        ))}
      </ul>
      {allowed ? (
        <NewItem
          noun="CheckInPause"
          record={record}
          label={t('pause.add')}
          form={(onEnd) => <PauseForm record={record} item={undefined} tell={tell} onEnd={onEnd} />}
        />
      ) : null}
    </section>
  );
}

function Span({ from, until }: { readonly from: number; readonly until: number }): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <p className="num">
      {t('pause.span', { from: formatDateTime(numbers, from), until: formatDateTime(numbers, until) })}
    </p>
  );
}

function PauseForm({
  record,
  item,
  tell,
  onEnd,
}: {
  readonly record: string;
  readonly item: Item<CheckInPause> | undefined;
  /** Says it on her page at once; null where that is not for whoever is here. */
  readonly tell: (() => void) | null;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'CheckInPause', CheckInPause>(pauseItems, record, item, () => ({
    why: '',
    agreed: '',
  }));
  const { values, set } = form;
  const { from, until } = values;
  const isSpan = from !== undefined && until !== undefined && until > from;
  const ready = isSpan && (values.why ?? '').trim() !== '' && (values.agreed ?? '').trim() !== '';
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        void form.save().then((done) => {
          if (!done) return;
          tell?.();
          onEnd();
        });
      }}
    >
      <MomentBox
        label={t('pause.from')}
        required
        value={from ?? null}
        onChange={(at) => (at === null ? undefined : set({ from: at }))}
      />
      <MomentBox
        label={t('pause.until')}
        hint={t('pause.untilHint')}
        required
        value={until ?? null}
        onChange={(at) => (at === null ? undefined : set({ until: at }))}
      />
      <LineBox label={t('pause.why')} required value={values.why ?? ''} onChange={(why) => set({ why })} />
      <LineBox
        label={t('pause.agreed')}
        hint={t('pause.agreedHint')}
        required
        value={values.agreed ?? ''}
        onChange={(agreed) => set({ agreed })}
      />
      <FormFoot form={form} ready={ready} onEnd={onEnd} />
    </form>
  );
}

/** Who looks after it while the officer is away. */
export function Covers({ view, allowed }: Props): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const nameOf = useMemberName();
  const { record, state } = view;
  const covers = standing(state.parts.checkIns.covers).filter(
    (cover) => (valueIn(cover, 'until') ?? 0) > now,
  );
  return (
    <section className="stack tight" aria-labelledby="covers">
      <h2 id="covers">{t('cover.title')}</h2>
      <ul className="plain stack tight">
        {covers.map((cover) => (
          <ItemCard
            key={cover.id}
            kind={coverItems}
            record={record}
            item={cover}
            allowed={allowed}
            away={t('cover.away')}
            form={(onEnd) => <CoverForm record={record} item={cover} onEnd={onEnd} />}
          >
            <b>{nameOf(valueIn(cover, 'member') ?? '')}</b>
            <Span from={valueIn(cover, 'from') ?? 0} until={valueIn(cover, 'until') ?? 0} />
          </ItemCard>
        ))}
      </ul>
      {allowed ? (
        <NewItem
          noun="CheckInCover"
          record={record}
          label={t('cover.add')}
          form={(onEnd) => <CoverForm record={record} item={undefined} onEnd={onEnd} />}
        />
      ) : null}
    </section>
  );
}

function CoverForm({
  record,
  item,
  onEnd,
}: {
  readonly record: string;
  readonly item: Item<CheckInCover> | undefined;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'CheckInCover', CheckInCover>(coverItems, record, item, () => ({}));
  const { values, set } = form;
  const { member, from, until } = values;
  const ready = member !== undefined && from !== undefined && until !== undefined && until > from;
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void form.save().then((done) => done && onEnd());
      }}
    >
      <MemberBox
        label={t('cover.who')}
        nobody={t('cover.choose')}
        value={member ?? null}
        onChange={(who) => (who === null ? undefined : set({ member: who }))}
      />
      <MomentBox
        label={t('pause.from')}
        required
        value={from ?? null}
        onChange={(at) => (at === null ? undefined : set({ from: at }))}
      />
      <MomentBox
        label={t('pause.until')}
        required
        value={until ?? null}
        onChange={(at) => (at === null ? undefined : set({ until: at }))}
      />
      <FormFoot form={form} ready={ready} onEnd={onEnd} />
    </form>
  );
}
