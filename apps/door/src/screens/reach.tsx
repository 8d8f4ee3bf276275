import type { DoorKey } from '@leeward/ui/language/keys.ts';
import type { Answers, Change, Channel, Way } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { LineField, SelectField } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import { Choices } from '../parts/options.tsx';
import { Step } from '../parts/steps.tsx';

const channels = [
  'chan_e2ee_chat',
  'chan_encrypted_mail',
  'chan_plain_mail',
  'chan_phone_call',
  'chan_sms',
  'chan_trusted_person',
] as const satisfies readonly Channel[];
const listenedTo: readonly string[] = ['chan_phone_call', 'chan_sms', 'chan_plain_mail'];
/** More ways than anybody has; what the format takes in one list. */
const MOST_WAYS = 32;

export const channelKey = (channel: Channel): DoorKey => `ask.reach.${channel}` as DoorKey;

/** The third question: how she may be reached, and what must never be done. Both bind whoever answers. */
export function Reach({ answers, change }: { readonly answers: Answers; readonly change: Change }) {
  const { t } = useLanguage();
  const { ways } = answers;
  const put = (at: number, way: Way): void =>
    change({ ways: ways.map((other, index) => (index === at ? way : other)) });
  return (
    <Frame title={t('ask.reach.title')} lead={t('ask.reach.lead')} step={<Step step={3} />}>
      <p class="note good">
        <strong>{t('ask.reach.here')}</strong>
        {t('ask.reach.hereHint')}
      </p>
      <section class="stack tight">
        <div>
          <h2>{t('ask.reach.also')}</h2>
          <p class="hint">{t('ask.reach.alsoHint')}</p>
        </div>
        {ways.map((way, index) => (
          <div key={index} class="card padded stack tight">
            <SelectField
              label={t('ask.reach.channel')}
              none={t('ask.all.choose')}
              value={way.channel}
              onChange={(channel) => put(index, { ...way, channel: channel as Way['channel'] })}
              options={channels.map((channel) => ({ value: channel, label: t(channelKey(channel)) }))}
            />
            {listenedTo.includes(way.channel) ? (
              <p class="note warn small">{t('ask.reach.unsafeNote')}</p>
            ) : null}
            <LineField
              label={t('ask.reach.address')}
              value={way.detail}
              limit={300}
              onChange={(detail) => put(index, { ...way, detail })}
            />
            <button
              class="button"
              type="button"
              onClick={() => change({ ways: ways.filter((_, other) => other !== index) })}
            >
              {t('common.remove')}
            </button>
          </div>
        ))}
        {ways.length < MOST_WAYS ? (
          <button
            class="button"
            type="button"
            onClick={() => change({ ways: [...ways, { channel: '', detail: '' }] })}
          >
            {t('ask.reach.addWay')}
          </button>
        ) : null}
      </section>
      <LineField
        label={t('ask.reach.times')}
        hint={t('ask.reach.timesHint')}
        value={answers.safeTimes}
        limit={500}
        onChange={(safeTimes) => change({ safeTimes })}
      />
      <Choices
        label={t('ask.reach.never')}
        hint={t('ask.reach.neverHint')}
        values={answers.never}
        onChange={(never) => change({ never })}
        options={[
          { value: 'call', label: t('ask.reach.neverCall') },
          { value: 'text', label: t('ask.reach.neverText') },
          { value: 'mail', label: t('ask.reach.neverMail') },
          { value: 'family', label: t('ask.reach.neverFamily') },
          { value: 'employer', label: t('ask.reach.neverEmployer') },
          { value: 'authorities', label: t('ask.reach.neverAuthorities') },
        ]}
      />
      <LineField
        label={t('ask.reach.neverOther')}
        value={answers.neverOther}
        limit={500}
        onChange={(neverOther) => change({ neverOther })}
      />
    </Frame>
  );
}
