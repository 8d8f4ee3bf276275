import type { Voices } from '@leeward/domain/consent/voices.ts';
import type { Asked } from '@leeward/domain/eligibility/facts.ts';
import { type FactCode, factKinds } from '@leeward/domain/eligibility/facts.ts';
import { factsIn } from '@leeward/domain/eligibility/of-case.ts';
import { judgeProgramme } from '@leeward/domain/programme/evaluate.ts';
import { type ProgrammeValues, type Test, tests } from '@leeward/domain/programme/events.ts';
import type { RuleVerdict, Truth } from '@leeward/domain/programme/verdict.ts';
import { type Item, standing, valueIn } from '@leeward/domain/shared/items.ts';
import { countryName, formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId, useMemo } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { useProgrammeNames } from '../../programmes/names.ts';
import { addressOf } from '../../router/route.ts';
import { useVoices } from '../consents/use-voices.ts';
import { useVerifyNames } from '../verification/names.ts';
import { PickDoor } from './doors-taken.tsx';

export const truthTones = { fits: 'good', does_not: '', ask: 'warn' } as const;
const marks: Readonly<Record<Truth, string>> = { fits: 'yes', does_not: 'no', ask: 'unknown' };

/** The organisation's own programmes, held against this file. */
export function ProgrammesSection({
  view,
  directory,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly directory: DirectoryView;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const { voices } = useVoices(view);
  const programmes = standing(directory.programmes);
  return (
    <section className="stack" aria-labelledby="eligible-programmes">
      <h2 id="eligible-programmes">{t('eligible.programmes')}</h2>
      {programmes.length === 0 ? (
        <Empty title={t('eligible.programmesNone')}>{t('eligible.programmesHint')}</Empty>
      ) : (
        programmes.map((item) => (
          <ProgrammeVerdictCard key={item.id} view={view} voices={voices} item={item} mayWrite={mayWrite} />
        ))
      )}
      <p>
        <a href={addressOf({ name: 'programmes' })}>{t('eligible.programmesGo')}</a>
      </p>
    </section>
  );
}

function ProgrammeVerdictCard({
  view,
  voices,
  item,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly item: Item<ProgrammeValues>;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const title = useId();
  const askName = useAskName();
  const verdict = useMemo(() => {
    const held = { voices, programme: valueIn(item, 'name') ?? '' };
    return judgeProgramme(valueIn(item, 'rules') ?? [], factsIn(view.state, today, held), today);
  }, [item, view.state, voices, today]);
  const ruleAsks = verdict.rules.flatMap(({ rule, asks }) =>
    asks.map((ask) => askName(ask, rule.terms.question)),
  );
  return (
    <section className="card stack tight pad" aria-labelledby={title}>
      <div className="cluster">
        <h3 id={title}>
          <bdi>{valueIn(item, 'name')}</bdi>
        </h3>
        <span className={`chip ${truthTones[verdict.truth]}`}>{t(`eligible.truth.${verdict.truth}`)}</span>
      </div>
      {verdict.until === null ? null : (
        <p className="small">{t('eligible.until', { date: formatDate(numbers, verdict.until, 'UTC') })}</p>
      )}
      {verdict.truth !== 'ask' || ruleAsks.length === 0 ? null : (
        <div className="note warn">
          <strong>{t('eligible.ask')}</strong>
          <ul className="plain">
            {[...new Set(ruleAsks)].map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </div>
      )}
      <ul className="plain reasons">
        {verdict.rules.map((one) => (
          <RuleLine key={one.rule.id} record={view.record} one={one} />
        ))}
      </ul>
      {mayWrite ? (
        <PickDoor
          view={view}
          of="programme"
          door={item.id}
          name={valueIn(item, 'name') ?? ''}
          until={verdict.until}
        />
      ) : null}
    </section>
  );
}

/** One rule: whether it holds, why, and where its facts stand. */
function RuleLine({ record, one }: { readonly record: string; readonly one: RuleVerdict }): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useProgrammeNames();
  const words = useVerifyNames();
  const details = useDetails(one);
  const { rule, truth, reason, looked } = one;
  const places = [
    ...new Set(looked.flatMap(({ sources }) => sources.map(({ of }) => t(`eligible.where.${of}`)))),
  ];
  return (
    <li className={`reason ${marks[truth]}`}>
      <b>
        {rule.code === 'rule_question'
          ? (rule.terms.question ?? names.rule(rule.code))
          : names.rule(rule.code)}
      </b>
      {': '}
      {t(`eligible.reason.${reason}`)}
      {details === '' ? null : ` (${details})`}
      {places.length === 0 ? null : (
        <span className="quiet"> · {t('eligible.from', { where: words.list(places) })}</span>
      )}
      {rule.code !== 'rule_consent' ? null : (
        <span className="small">
          {looked
            .flatMap(({ sources }) => sources)
            .map(({ of, id, how, on }) => (
              <span key={`${of} ${id}`} className="quiet">
                {' · '}
                <bdi>{how}</bdi>
                {on === null ? '' : ` · ${formatDate(numbers, on, 'UTC')}`}
              </span>
            ))}{' '}
          {truth === 'fits' ? null : (
            <a href={addressOf({ name: 'case', record, part: 'consents' })}>{t('verify.leave.toConsents')}</a>
          )}
        </span>
      )}
    </li>
  );
}

/** What a verdict looked at, in words: days, sums, names of codes. */
function useDetails({ details }: RuleVerdict): string {
  const { numbers } = useSpeech();
  const names = useProgrammeNames();
  const parts = Object.entries(details).flatMap(([name, value]): readonly string[] => {
    if (Array.isArray(value)) {
      return value.map((code) => (name === 'lines' ? names.cost(code) : sayCode(code, names, numbers)));
    }
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
      return [formatDate(numbers, value, 'UTC')];
    if (name === 'asked' && typeof value === 'number')
      return [`${new Intl.NumberFormat(numbers).format(value)} ${String(details['currency'] ?? '')}`];
    return [];
  });
  return parts.join(' · ');
}

function sayCode(code: string, names: ReturnType<typeof useProgrammeNames>, locale: string): string {
  if (/^[A-Z]{2}$/.test(code)) return countryName(locale, code);
  if (code.startsWith('hrd_')) return names.profile(code);
  return code.startsWith('grp_') ? names.group(code) : code;
}

/** What must be asked, in words. */
export function useAskName(): (asked: Asked, question?: string) => string {
  const { t } = useSpeech();
  return (asked, question) => {
    if (asked === 'costs') return t('eligible.costs');
    const test = tests.find((one): one is Test => asked === `test_${one}`);
    if (test !== undefined) return t(`eligible.test.${test}`);
    if (Object.hasOwn(factKinds, asked)) return t(`eligible.fact.${asked as FactCode}`);
    return question ?? t('programme.rule.rule_consent');
  };
}
