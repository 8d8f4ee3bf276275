import { measureItems } from '@leeward/domain/plan/events.ts';
import { type DoorWords, herWord } from '@leeward/domain/plan/her-word.ts';
import { gapsOf, type Measure } from '@leeward/domain/plan/state.ts';
import { conflictsOf, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { ItemCard } from '../item/item-card.tsx';
import { HerAnswerForm } from './her-answer.tsx';
import { kindKey, MeasureForm } from './measure-form.tsx';
import { SheWrote } from './she-wrote.tsx';
import { useAnswered } from './use-answered.ts';

const tones = {
  agreed: 'good',
  refused: 'warn',
  unsure: 'warn',
  changed_since: 'warn',
  not_asked: '',
} as const;

/** One measure: what, what for, by whom and when, and where it stands with her. */
export function MeasureCard({
  view,
  measure,
  door,
  allowed,
  isChosen,
}: {
  readonly view: CaseView;
  readonly measure: Measure;
  /** What she wrote at her door. */
  readonly door: DoorWords;
  readonly allowed: boolean;
  readonly isChosen: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const answered = useAnswered(view.state);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) box.current?.scrollIntoView({ block: 'center' });
  }, [isChosen]);
  const word = herWord(view.state.parts.plan, measure, door);
  const owner = valueIn(measure, 'owner') ?? null;
  const by = valueIn(measure, 'by') ?? null;
  const cost = valueIn(measure, 'cost') ?? null;
  const said: readonly (readonly [string, string])[] = [
    [t('plan.trigger'), valueIn(measure, 'trigger') ?? ''],
    [t('plan.fallback'), valueIn(measure, 'fallback') ?? ''],
    [t('plan.whyThis'), valueIn(measure, 'whyThis') ?? ''],
    [t('plan.considered'), valueIn(measure, 'considered') ?? ''],
    [t('plan.outcome'), valueIn(measure, 'outcome') ?? ''],
  ];
  const mayKnow = valueIn(measure, 'mayKnow') ?? 'readers';
  const answers = answered.filter(({ part, item }) =>
    (valueIn(measure, 'answers') ?? []).some((one) => one.part === part && one.item === item),
  );
  return (
    <ItemCard
      kind={measureItems}
      record={view.record}
      item={measure}
      allowed={allowed}
      away={t('plan.putAway')}
      form={(onEnd) => <MeasureForm view={view} measure={measure} onEnd={onEnd} />}
    >
      <div ref={box} className="stack tight">
        <div className="line-meta">
          <span className="chip">{t(kindKey(valueIn(measure, 'kind') ?? ''))}</span>
          <span className="chip">{t(`plan.state.${valueIn(measure, 'state') ?? 'proposed'}`)}</span>
          <span className={`chip ${tones[word.kind]}`.trim()}>{t(`plan.word.${word.kind}`)}</span>
        </div>
        <Words text={valueIn(measure, 'what') ?? ''} />
        {conflictsOf(measure).length > 0 ? <p className="note warn">{t('plan.apart')}</p> : null}
        {gapsOf(measure).length > 0 ? (
          <div className="note warn">
            <strong>{t('plan.askWhy')}</strong>
          </div>
        ) : null}
        <p className="small quiet">
          {[
            t(`plan.aim.${valueIn(measure, 'aim') ?? 'reduce_threat'}`),
            owner === null ? t('task.whoever') : nameOf(owner),
            valueIn(measure, 'doneBy') ?? '',
            by === null ? '' : formatDate(numbers, by, 'UTC'),
            cost === null
              ? ''
              : new Intl.NumberFormat(numbers, { style: 'currency', currency: cost.currency }).format(
                  Number(cost.amount),
                ),
            valueIn(measure, 'costNote') ?? '',
          ]
            .filter((one) => one !== '')
            .join(' · ')}
        </p>
        {answers.length === 0 ? null : (
          <p className="small">
            {t('plan.answers')}: {answers.map(({ label }) => label).join(' · ')}
          </p>
        )}
        <p className="small quiet">
          {t('plan.mayKnow')}: {t(`plan.mayKnow.${mayKnow}`)}{' '}
          <Words inline text={valueIn(measure, 'mayKnowNames') ?? ''} />
        </p>
        <dl className="small">
          {said
            .filter(([, words]) => words.trim() !== '')
            .map(([label, words]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Words text={words} />
                </dd>
              </div>
            ))}
        </dl>
        <SheWrote words={door.get(measure.id) ?? []} />
        {word.kind === 'not_asked' || word.source === 'door' ? null : (
          <p className="small">
            {t('plan.sheSaid', {
              date: formatDate(numbers, word.said.on, 'UTC'),
              name: nameOf(word.said.by),
            })}{' '}
            <Words inline text={[word.said.way, word.said.words].filter((one) => one !== '').join(': ')} />
          </p>
        )}
        {allowed ? <HerAnswerForm record={view.record} measure={measure} /> : null}
      </div>
    </ItemCard>
  );
}
