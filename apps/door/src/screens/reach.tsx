import type { ComponentChildren } from 'preact';
import type { Answers, Change } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { LineField } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import { Hours } from '../parts/hours.tsx';
import { Choices } from '../parts/options.tsx';
import { Step } from '../parts/steps.tsx';
import { Ways } from '../parts/ways.tsx';

/**
 * The third question: how she may be reached, how never, when, through whom, and by which words both sides know each
 * other. All of it binds whoever answers, and nothing of it is needed: the page itself is a way.
 */
export function Reach({ answers, change }: { readonly answers: Answers; readonly change: Change }) {
  const { t } = useLanguage();
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
        <Ways ways={answers.ways} put={(ways) => change({ ways })} areSafe />
      </section>
      <section class="stack tight">
        <h2>{t('ask.reach.moreTitle')}</h2>
        <Fold title={t('ask.reach.unsafe')} isOpen={answers.unsafeWays.length > 0}>
          <p class="hint">{t('ask.reach.unsafeHint')}</p>
          <Ways ways={answers.unsafeWays} put={(unsafeWays) => change({ unsafeWays })} areSafe={false} />
        </Fold>
        <Fold title={t('ask.reach.times')} isOpen={answers.spans.length > 0 || answers.safeTimes !== ''}>
          <Hours answers={answers} change={change} />
          <LineField
            label={t('ask.reach.timesWords')}
            hint={t('ask.reach.timesHint')}
            value={answers.safeTimes}
            limit={500}
            onChange={(safeTimes) => change({ safeTimes })}
          />
        </Fold>
        <Fold title={t('ask.reach.through')} isOpen={answers.through !== ''}>
          <LineField
            label={t('ask.reach.throughWho')}
            hint={t('ask.reach.throughHint')}
            value={answers.through}
            limit={300}
            onChange={(through) => change({ through })}
          />
        </Fold>
        <Fold title={t('ask.reach.code')} isOpen={answers.codeFromUs !== '' || answers.codeUnderForce !== ''}>
          <p class="hint">{t('ask.reach.codeHint')}</p>
          <LineField
            label={t('ask.reach.codeFromUs')}
            value={answers.codeFromUs}
            limit={120}
            onChange={(codeFromUs) => change({ codeFromUs })}
          />
          <LineField
            label={t('ask.reach.codeUnderForce')}
            hint={t('ask.reach.codeUnderForceHint')}
            value={answers.codeUnderForce}
            limit={120}
            onChange={(codeUnderForce) => change({ codeUnderForce })}
          />
        </Fold>
      </section>
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

/** A question that most people skip: its answer, if there is one, is never folded away. */
function Fold({
  title,
  isOpen,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="card padded" open={isOpen || undefined}>
      <summary>{title}</summary>
      <div class="stack tight folded">{children}</div>
    </details>
  );
}
