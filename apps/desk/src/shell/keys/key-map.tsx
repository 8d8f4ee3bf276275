import type { DeskKey } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useSettings } from '../../settings/settings-context.tsx';
import { bindings, type KeyId, onApple, written } from './keys.ts';

/** What each key does. */
export const keyWords = {
  palette: 'palette.title',
  search: 'shell.search',
  map: 'keys.title',
  find: 'list.find',
  list: 'keys.list',
  select: 'queue.select',
  today: 'today.title',
  requests: 'shell.requests',
  cases: 'shell.cases',
  directory: 'shell.directory',
  members: 'shell.members',
  door: 'shell.door',
  alerts: 'shell.alerts',
  settings: 'shell.settings',
} as const satisfies Record<KeyId, DeskKey>;

/** Keys that a list or a form hears by itself. */
const inPlace = [
  ['N', 'enter.title'],
  ['P', 'keys.parts'],
  ['1 … 9', 'keys.numbers'],
  ['↑ ↓', 'keys.move'],
  ['Home End', 'keys.ends'],
  ['Enter', 'keys.open'],
  ['Space', 'keys.choose'],
  ['Shift ↑ ↓', 'keys.range'],
  ['Ctrl A', 'keys.all'],
  ['Ctrl Enter', 'keys.send'],
  ['Esc', 'keys.back'],
] as const satisfies readonly (readonly [string, DeskKey])[];

/** All keys at a glance, and the way to turn off those that are one letter. */
export function KeyMap({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech();
  const { settings, change } = useSettings();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <table className="key-map">
        <tbody>
          {bindings.map(({ id }) => (
            <tr key={id}>
              <th scope="row">{t(keyWords[id])}</th>
              <td dir="ltr">
                {written(id, onApple()).map((piece) => (
                  <kbd key={piece}>{piece}</kbd>
                ))}
              </td>
            </tr>
          ))}
          {inPlace.map(([keys, words]) => (
            <tr key={keys}>
              <th scope="row">{t(words)}</th>
              <td dir="ltr">
                {keys.split(' ').map((piece) => (
                  <kbd key={piece}>{piece}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="value">
        <input
          type="checkbox"
          checked={settings.keys}
          onChange={({ target }) => change({ keys: target.checked })}
        />
        {t('keys.single')}
      </label>
      <p className="quiet small">{t('keys.singleHint')}</p>
      <button type="button" className="button" onClick={onClose}>
        {t('common.close')}
      </button>
    </Dialog>
  );
}
