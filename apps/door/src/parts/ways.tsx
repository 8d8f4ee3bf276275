import type { DoorKey } from '@leeward/ui/language/keys.ts';
import type { Channel, Way } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { LineField, SelectField } from './field.tsx';
import { useFocusOnNew } from './focus-new.ts';

const channels = [
  'chan_e2ee_chat',
  'chan_encrypted_mail',
  'chan_plain_mail',
  'chan_phone_call',
  'chan_sms',
  'chan_trusted_person',
] as const satisfies readonly Channel[];
const listenedTo: readonly string[] = ['chan_phone_call', 'chan_sms', 'chan_plain_mail'];
/** More ways than anybody has; with the unsafe ones and the person between, what the format takes in one list. */
const MOST_WAYS = 15;

export const channelKey = (channel: Channel): DoorKey => `ask.reach.${channel}` as DoorKey;

/** Ways to reach her, each with its number, address or name: those that are safe, or those that never may be used. */
export function Ways({
  ways,
  put,
  areSafe,
}: {
  readonly ways: readonly Way[];
  readonly put: (ways: readonly Way[]) => void;
  readonly areSafe: boolean;
}) {
  const { t } = useLanguage();
  const change = (at: number, way: Way): void =>
    put(ways.map((other, index) => (index === at ? way : other)));
  const list = useFocusOnNew(ways.length);
  return (
    <div ref={list} class="stack tight">
      {ways.map((way, index) => (
        <div key={index} class="card padded stack tight">
          <SelectField
            label={t('ask.reach.channel')}
            none={t('ask.all.choose')}
            value={way.channel}
            onChange={(channel) => change(index, { ...way, channel: channel as Way['channel'] })}
            options={channels.map((channel) => ({ value: channel, label: t(channelKey(channel)) }))}
          />
          {areSafe && listenedTo.includes(way.channel) ? (
            <p class="note warn small">{t('ask.reach.unsafeNote')}</p>
          ) : null}
          <LineField
            label={t('ask.reach.address')}
            hint={areSafe ? undefined : t('ask.reach.unsafeWhole')}
            value={way.detail}
            limit={300}
            onChange={(detail) => change(index, { ...way, detail })}
          />
          <button
            class="button"
            type="button"
            onClick={() => put(ways.filter((_, other) => other !== index))}
          >
            {t('common.remove')}
          </button>
        </div>
      ))}
      {ways.length < MOST_WAYS ? (
        <button class="button" type="button" onClick={() => put([...ways, { channel: '', detail: '' }])}>
          {t(areSafe ? 'ask.reach.addWay' : 'ask.reach.addUnsafe')}
        </button>
      ) : null}
    </div>
  );
}
