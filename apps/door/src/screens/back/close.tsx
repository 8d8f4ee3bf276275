import { plainItem } from '@leeward/workspace/door/request.ts';
import { useLanguage } from '../../model/language.ts';
import { TextField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { Choice } from '../../parts/options.tsx';
import type { BackProps } from './kept.ts';

const wishes = ['keep', 'part', 'destroy'] as const;

/** She does not want to go on: what is to stay and what is to go, and what happens then. */
export function Close({ kept, keep, say, isBusy, home }: BackProps) {
  const { t } = useLanguage();
  const wants = wishes.find((wish) => wish === kept['closeWants']);
  const text = kept['closeText']?.trim() ?? '';
  const close = async (): Promise<void> => {
    const message = {
      type: 'close',
      v: 1,
      ...(wants === undefined ? {} : { wants }),
      ...(text === '' ? {} : { text: text.slice(0, 8000) }),
    } as const;
    await say([plainItem(message)], ['closeWants', 'closeText']);
    home();
  };
  return (
    <Frame title={t('talk.closeTitle')} lead={t('talk.closeText')}>
      <Choice
        label={t('back.closeWants')}
        options={wishes.map((wish) => ({ value: wish, label: t(`back.close.${wish}`) }))}
        value={wants}
        onChange={(wish) => keep('closeWants', wish ?? '')}
      />
      <TextField
        label={t('back.closeWords')}
        value={kept['closeText'] ?? ''}
        rows={3}
        onChange={(words) => keep('closeText', words)}
      />
      <p class="note">{t('back.closeHappens')}</p>
      <div class="go">
        <button class="button wide" type="button" onClick={home}>
          {t('talk.closeNo')}
        </button>
        <button class="button danger wide" type="button" disabled={isBusy} onClick={() => void close()}>
          {t('talk.closeYes')}
        </button>
      </div>
    </Frame>
  );
}
