import { addingItems, type Never } from '@leeward/workspace/door/request.ts';
import { useLanguage } from '../../model/language.ts';
import { LineField, TextField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { Choices } from '../../parts/options.tsx';
import { Steps } from '../../parts/steps.tsx';
import type { BackProps } from './kept.ts';

const nevers: readonly Never[] = ['call', 'text', 'mail', 'family', 'employer', 'authorities'];

/** Something new, or something that was wrong. What is left empty stays as it was. */
export function Add({ kept, keep, say, isBusy, home }: BackProps) {
  const { t } = useLanguage();
  const typed = (field: string): string => kept[field] ?? '';
  const chosen = nevers.filter((never) => typed('addNever').split(' ').includes(never));
  const isEmpty = ['addText', 'addName', 'addTimes', 'addNever', 'addNeverOther'].every(
    (field) => typed(field).trim() === '',
  );
  const isTooLong = [typed('addName'), typed('addTimes'), typed('addNeverOther')].some(
    (line) => line.length > 500,
  );
  const send = async (): Promise<void> => {
    const line = (field: string): string | undefined => typed(field).trim() || undefined;
    const details = {
      callName: line('addName'),
      safeTimes: line('addTimes'),
      never: chosen.length === 0 ? undefined : chosen,
      neverOther: line('addNeverOther'),
    };
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    await say(addingItems(typed('addText'), given), [
      'addText',
      'addName',
      'addTimes',
      'addNever',
      'addNeverOther',
    ]);
    home();
  };
  return (
    <Frame title={t('back.add')} lead={t('back.addLead')}>
      <form
        class="stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty && !isTooLong && !isBusy) void send();
        }}
      >
        <TextField
          label={t('back.addText')}
          value={typed('addText')}
          onChange={(text) => keep('addText', text)}
        />
        <LineField
          label={t('ask.who.name')}
          value={typed('addName')}
          limit={500}
          onChange={(name) => keep('addName', name)}
        />
        <LineField
          label={t('ask.reach.times')}
          hint={t('ask.reach.timesHint')}
          value={typed('addTimes')}
          limit={500}
          onChange={(times) => keep('addTimes', times)}
        />
        <Choices
          label={t('ask.reach.never')}
          hint={t('ask.reach.neverHint')}
          values={chosen}
          onChange={(values) => keep('addNever', values.join(' '))}
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
          value={typed('addNeverOther')}
          limit={500}
          onChange={(words) => keep('addNeverOther', words)}
        />
        <p class="small quiet">{t('back.addNever')}</p>
        <Steps back={home} next={null} nextLabel={t('talk.send')} />
      </form>
    </Frame>
  );
}
