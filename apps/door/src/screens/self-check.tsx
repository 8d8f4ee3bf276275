import { type SelfCheckQuestion, selfCheckIn } from '@leeward/workspace/door/self-check.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';
import { Choice } from '../parts/options.tsx';

type Said = 'yes' | 'no' | 'unsure';

/**
 * A few questions to answer for oneself. The answers live in this screen alone: they go when it is left, and nothing of
 * them is stored, sent, or known to the form behind it.
 */
export function SelfCheck({
  text,
  ask,
  find,
}: {
  readonly text: string;
  readonly ask: () => void;
  readonly find: () => void;
}) {
  const { t } = useLanguage();
  const questions = selfCheckIn(text);
  const [said, setSaid] = useState<ReadonlyMap<number, Said>>(new Map());
  const noes = questions.filter((_, index) => said.get(index) === 'no');
  const isAllYes = questions.every((_, index) => said.get(index) === 'yes');
  const say = (index: number, value: Said | undefined): void => {
    const next = new Map(said);
    if (value === undefined) next.delete(index);
    else next.set(index, value);
    setSaid(next);
  };
  return (
    <Frame title={t('selfCheck.title')} lead={t('selfCheck.lead')}>
      {questions.map(({ question }, index) => (
        <Choice<Said>
          key={question}
          label={question}
          value={said.get(index)}
          onChange={(value) => say(index, value)}
          options={[
            { value: 'yes', label: t('selfCheck.yes') },
            { value: 'no', label: t('selfCheck.no') },
            { value: 'unsure', label: t('selfCheck.unsure') },
          ]}
        />
      ))}
      <div role="status" class="stack tight">
        {noes.length > 0 ? <Noes noes={noes} /> : null}
        {noes.length === 0 && isAllYes ? <p class="note good">{t('selfCheck.fits')}</p> : null}
      </div>
      <div class="go">
        <button class="button primary wide" type="button" onClick={ask}>
          {t('selfCheck.ask')}
        </button>
        <button class="button quiet wide" type="button" onClick={find}>
          {t('home.find')}
        </button>
      </div>
    </Frame>
  );
}

/** What the organisation says to a no, and that she can ask all the same. */
function Noes({ noes }: { readonly noes: readonly SelfCheckQuestion[] }) {
  const { t } = useLanguage();
  return (
    <div class="note warn stack tight">
      {noes.map(({ question, ifNo }) => (ifNo === '' ? null : <p key={question}>{ifNo}</p>))}
      <p>
        <strong>{t('selfCheck.allTheSame')}</strong>
      </p>
      <p>{t('selfCheck.otherDoors')}</p>
    </div>
  );
}
