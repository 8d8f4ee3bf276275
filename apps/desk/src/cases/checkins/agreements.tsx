import { type AgreedCheckIn, checkInItems } from '@leeward/domain/check-in/events.ts';
import { checkInStanding } from '@leeward/domain/request/alarm.ts';
import type { Rhythm } from '@leeward/domain/request/check-in.ts';
import { type Item, standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { addressOf } from '../../router/route.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { ItemCard, NewItem } from '../item/item-card.tsx';
import { MomentBox } from '../item/moment-box.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { useTellHer } from './told-her.tsx';

/** What was agreed: at the door, where she took it on herself, and by word of mouth. */
export function Agreements({
  view,
  request,
  allowed,
}: {
  readonly view: CaseView;
  readonly request: RequestView | null;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const tell = useTellHer(view, request);
  const { record, state } = view;
  const atDoor = request === null ? null : checkInStanding(request.state).plan;
  const conversation = state.opened?.fromConversation ?? null;
  return (
    <section className="stack tight" aria-labelledby="agreed">
      <h2 id="agreed">{t('checkins.agreed')}</h2>
      {conversation === null ? null : (
        <div className="card facts stack tight">
          <b>{t('checkins.atDoor')}</b>
          {atDoor === null ? (
            <p className="quiet">{t('checkins.noneAtDoor')}</p>
          ) : (
            <>
              <RhythmLine rhythm={atDoor.rhythm} />
              <Words text={atDoor.silence} lang={atDoor.language} />
            </>
          )}
          <a
            className="button quiet small"
            href={addressOf({ name: 'request', record: conversation, part: 'talk' })}
          >
            {t('case.conversation')}
          </a>
        </div>
      )}
      <ul className="plain stack tight">
        {standing(state.parts.checkIns.agreed).map((item) => (
          <ItemCard
            key={item.id}
            kind={checkInItems}
            record={record}
            item={item}
            allowed={allowed}
            away={t('checkins.endAgreed')}
            form={(onEnd) => <AgreedForm record={record} item={item} tell={tell} onEnd={onEnd} />}
          >
            <b>{t('checkins.spoken')}</b>
            <RhythmLine rhythm={valueIn(item, 'rhythm') ?? { every: 24 }} />
            <Words text={valueIn(item, 'way') ?? ''} />
            <Words text={valueIn(item, 'silence') ?? ''} lang={valueIn(item, 'language')} />
            <SecretWords item={item} />
          </ItemCard>
        ))}
      </ul>
      {allowed ? (
        <NewItem
          noun="CheckIn"
          record={record}
          label={t('checkins.agree')}
          form={(onEnd) => <AgreedForm record={record} item={undefined} tell={tell} onEnd={onEnd} />}
        />
      ) : null}
    </section>
  );
}

/** How often she says that she is safe. */
export function RhythmLine({ rhythm }: { readonly rhythm: Rhythm }): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <p>
      {'every' in rhythm
        ? t('checkIn.every', { hours: rhythm.every })
        : t('checkIn.daily', { times: formatList(numbers, [...rhythm.times]), zone: rhythm.zone })}
    </p>
  );
}

/** Agreed words stand on the screen only while somebody wants them. */
function SecretWords({ item }: { readonly item: Item<AgreedCheckIn> }): ReactNode {
  const { t } = useSpeech();
  const [isShown, setShown] = useState(false);
  const [safe, force] = [valueIn(item, 'safeWord') ?? '', valueIn(item, 'forceWord') ?? ''];
  if (safe === '' && force === '') return null;
  return (
    <div className="stack tight">
      <div>
        <button
          type="button"
          className="button quiet small"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'request.codeHide' : 'request.codeShow')}
        </button>
      </div>
      {isShown ? (
        <dl>
          <div>
            <dt>{t('checkins.safeWord')}</dt>
            <dd>
              <Words inline text={safe} />
            </dd>
          </div>
          <div>
            <dt>{t('checkins.forceWord')}</dt>
            <dd>
              <Words inline text={force} />
            </dd>
          </div>
        </dl>
      ) : null}
    </div>
  );
}

const blank = (language: string): Partial<AgreedCheckIn> => ({
  rhythm: { every: 24 },
  until: null,
  grace: 60,
  way: '',
  silence: '',
  language,
  safeWord: '',
  forceWord: '',
});

function AgreedForm({
  record,
  item,
  tell,
  onEnd,
}: {
  readonly record: string;
  readonly item: Item<AgreedCheckIn> | undefined;
  readonly tell: (() => void) | null;
  readonly onEnd: () => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const form = useItemForm<'CheckIn', AgreedCheckIn>(checkInItems, record, item, () => blank(locale));
  const { values, set } = form;
  const rhythm = values.rhythm ?? { every: 24 };
  const isDaily = 'times' in rhythm;
  const times = isDaily ? rhythm.times : [];
  const areTimes = times.length > 0 && times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ready = values.from !== undefined && (!isDaily || areTimes);
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
      <Versions
        label={t('checkIn.grace')}
        field={item?.fields.grace}
        say={(grace) => String(grace)}
        onChoose={(grace) => set({ grace })}
      />
      <SelectBox
        label={t('checkIn.rhythm')}
        value={isDaily ? 'times' : 'every'}
        choices={(['every', 'times'] as const).map((value) => ({ value, label: t(`checkIn.kind.${value}`) }))}
        onChange={(value) => set({ rhythm: value === 'times' ? { times: ['21:00'], zone } : { every: 24 } })}
      />
      {isDaily ? (
        <>
          <LineBox
            label={t('checkIn.times')}
            hint={t('checkIn.timesHint')}
            value={times.join(', ')}
            onChange={(text) => set({ rhythm: { ...rhythm, times: text.split(/\s*[,،;]\s*/).slice(0, 8) } })}
          />
          <LineBox
            label={t('checkIn.zone')}
            value={rhythm.zone}
            onChange={(text) => set({ rhythm: { ...rhythm, zone: text } })}
          />
        </>
      ) : (
        <LineBox
          label={t('checkIn.hours')}
          type="number"
          value={String(rhythm.every)}
          onChange={(text) =>
            set({ rhythm: { every: Math.min(744, Math.max(1, Math.trunc(Number(text)) || 1)) } })
          }
        />
      )}
      <MomentBox
        label={t('checkIn.from')}
        required
        value={values.from ?? null}
        onChange={(from) => (from === null ? undefined : set({ from }))}
      />
      <MomentBox
        label={t('checkIn.until')}
        value={values.until ?? null}
        onChange={(until) => set({ until })}
      />
      <LineBox
        label={t('checkIn.grace')}
        type="number"
        value={String(values.grace ?? 60)}
        onChange={(text) => set({ grace: Math.min(20_160, Math.max(0, Math.trunc(Number(text)) || 0)) })}
      />
      <LineBox label={t('checkins.way')} value={values.way ?? ''} onChange={(way) => set({ way })} />
      <TextBox
        label={t('checkIn.silence')}
        hint={t('checkIn.silenceHint')}
        rows={3}
        value={values.silence ?? ''}
        onChange={(silence) => set({ silence })}
      />
      <LineBox
        label={t('checkins.safeWord')}
        hint={t('checkins.wordHint')}
        value={values.safeWord ?? ''}
        onChange={(safeWord) => set({ safeWord })}
      />
      <LineBox
        label={t('checkins.forceWord')}
        value={values.forceWord ?? ''}
        onChange={(forceWord) => set({ forceWord })}
      />
      <FormFoot form={form} ready={ready} onEnd={onEnd} />
    </form>
  );
}
