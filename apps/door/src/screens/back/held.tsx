import { defang } from '@leeward/ui/inert.ts';
import { formatDate } from '@leeward/ui/language/format.ts';
import type { ComeBack } from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { TextField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { sinceWords } from '../../parts/line-words.ts';
import { Steps } from '../../parts/steps.tsx';
import type { BackProps } from './kept.ts';

/** What the team says that it holds about her, line by line; each can be called wrong, or be asked to go. */
export function Held({ held, ...props }: BackProps & { readonly held: ComeBack['held'] }) {
  const { t, tag } = useLanguage();
  return (
    <Frame title={t('back.held')} lead={t('back.heldLead')}>
      {held === null ? (
        <>
          <p>{t('back.heldNone')}</p>
          <button
            class="button"
            type="button"
            disabled={props.isBusy}
            onClick={() =>
              void props.say([plainItem({ type: 'message', v: 1, text: t('back.heldAskText') })])
            }
          >
            {t('back.heldAsk')}
          </button>
        </>
      ) : (
        <>
          <p class="small quiet">{t('back.said', { date: formatDate(tag, held.at) })}</p>
          <ol class="plain stack">
            {held.lines.map((line, index) => (
              <li key={index} class="card padded stack tight">
                <p class="words" dir="auto" translate={false}>
                  {defang(line.what)}
                </p>
                <dl class="problem">
                  <Fact label={t('back.heldSince')} value={sinceWords(line.since, tag)} />
                  <Fact label={t('back.heldWhy')} value={line.why} />
                  <Fact label={t('back.heldWho')} value={line.who} />
                  <Fact label={t('back.heldUntil')} value={line.until} />
                </dl>
                <Wish note={held.id} line={index} {...props} />
              </li>
            ))}
          </ol>
        </>
      )}
      <Steps back={null} next={props.home} nextLabel={t('back.home')} />
    </Frame>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd class="words" dir="auto">
        {defang(value)}
      </dd>
    </>
  );
}

function Wish({
  note,
  line,
  kept,
  keep,
  say,
  isBusy,
}: BackProps & { readonly note: string; readonly line: number }) {
  const { t } = useLanguage();
  const [sent, setSent] = useState<'corrected' | 'deleted' | null>(null);
  const field = `held ${note} ${line}`;
  const text = kept[field]?.trim() ?? '';
  const wish = (wants: 'corrected' | 'deleted'): void => {
    const more = text === '' ? {} : { text: text.slice(0, 8000) };
    void say([plainItem({ type: 'held', v: 1, note, line, wants, ...more })], [field]).then(() =>
      setSent(wants),
    );
  };
  if (sent !== null)
    return (
      <p class="note good" role="status">
        {t(sent === 'corrected' ? 'back.heldCorrected' : 'back.heldDeleted')}
      </p>
    );
  return (
    <details>
      <summary>{t('back.heldWrong')}</summary>
      <div class="stack tight">
        <TextField
          label={t('back.heldWrongText')}
          value={kept[field] ?? ''}
          rows={3}
          onChange={(value) => keep(field, value)}
        />
        <div class="go">
          <button
            class="button wide"
            type="button"
            disabled={isBusy || text === ''}
            onClick={() => wish('corrected')}
          >
            {t('back.heldCorrect')}
          </button>
          <button class="button danger wide" type="button" disabled={isBusy} onClick={() => wish('deleted')}>
            {t('back.heldDelete')}
          </button>
        </div>
        <p class="small quiet">{t('back.heldDeleteHint')}</p>
      </div>
    </details>
  );
}
