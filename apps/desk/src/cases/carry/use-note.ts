import { standingOf } from '@leeward/domain/consent/state.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import { secondOf } from '@leeward/domain/responsibility/rules.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { holdingOn } from '@leeward/domain/situation/state.ts';
import { openStages } from '@leeward/domain/stage/state.ts';
import { openTasks } from '@leeward/domain/task/open.ts';
import { countryName, type DeskKey, formatDate, formatList } from '@leeward/ui';
import { formatSpan, zonePlace } from '@leeward/ui/language/hours.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useDateWords } from '../../parts/inexact-date-words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { contactRule } from '../head/contact-rule.ts';
import { phaseKey } from '../phase.ts';
import { statusKey } from '../situation/status-words.ts';
import { lastNotes, type NoteLine, noteText, summaryWords } from './compose-note.ts';

/** Makes a hand-over note from the file as it stands: present facts only, in the language of the screen. */
export function useNote(): (view: CaseView, conversation: RequestView | null) => string {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const today = useToday();
  const dateWords = useDateWords();
  const day = (date: string): string => formatDate(numbers, date, 'UTC');
  return (view, conversation) => {
    const { state } = view;
    const { situation, stages } = state.parts;
    const facts = (kind: 'place' | 'status' | 'nationality'): readonly string[] =>
      holdingOn(situation, kind, today).map((fact) => {
        const [country, status] = [valueIn(fact, 'country') ?? null, valueIn(fact, 'status') ?? null];
        const [from, until] = [valueIn(fact, 'from') ?? null, valueIn(fact, 'until') ?? null];
        return [
          country === null ? t('situation.unknownCountry') : countryName(numbers, country),
          ...(status === null ? [] : [t(statusKey(status))]),
          ...(from === null ? [] : [`${t('case.since')} ${dateWords(from)}`]),
          ...(until === null ? [] : [t('case.until', { date: dateWords(until) })]),
        ].join(', ');
      });
    const judged = state.urgencyHistory.at(-1);
    const moved = state.phaseHistory.at(-1);
    const next = latest(state.nextStep);
    const second = secondOf(state);
    const lines: readonly NoteLine[] = [
      { title: t('carry.note.name'), words: [latest(state.pseudonym) ?? ''] },
      { title: t('case.where'), words: facts('place') },
      { title: t('situation.status'), words: facts('status') },
      { title: t('situation.nationality'), words: facts('nationality') },
      {
        title: t('urgency.title'),
        words: [judged === undefined ? '' : `${t(`urgency.${state.urgency}`)}. ${judged.reason}`],
      },
      {
        title: t('stages.state'),
        words: [
          moved === undefined ? t(phaseKey(state.phase)) : `${t(phaseKey(state.phase))}. ${moved.reason}`,
        ],
      },
      {
        title: t('stages.open'),
        words: openStages(stages).map(
          (stage) =>
            `${t(`stage.${valueIn(stage, 'stage') ?? 'contact'}`)}, ${t('stages.since', {
              date: day(valueIn(stage, 'from') ?? today),
            })}${valueIn(stage, 'note') ? `: ${valueIn(stage, 'note')}` : ''}`,
        ),
      },
      {
        title: t('case.next'),
        words: [
          next === undefined || next.text === ''
            ? ''
            : `${next.text}${next.date === null ? '' : ` (${day(next.date)})`}`,
        ],
      },
      { title: t('case.contact'), words: conversation === null ? [] : contactWords(conversation) },
      { title: t('case.consent'), words: conversation === null ? [] : consentWords(conversation) },
      {
        title: t('carry.note.tasks'),
        words: openTasks(state)
          .slice(0, 20)

          .filter(({ kind }) => kind === 'own')
          .map(({ text, due }) =>
            [text, due === null ? '' : day(due)].filter((word) => word !== '').join(', '),
          ),
      },
      { title: t('carry.second'), words: second === null ? [] : [nameOf(second)] },
      { title: t('carry.note.summary'), words: summaryWords(state) },
      { title: t('carry.note.lately'), words: lastNotes(state) },
    ];
    return noteText(lines, t('carry.note.cut'));
  };

  function contactWords({ state, said, channels }: RequestView): readonly string[] {
    const { ways } = contactRule(state, undefined);
    const hours = said.safeHours;
    return [
      formatList(
        numbers,
        ways.map((way) => t(`request.channel.${way}`)),
      ),
      hours === undefined
        ? ''
        : `${hours.spans.map((span) => formatSpan(numbers, span)).join('; ')} (${t('request.hoursOf', {
            place: zonePlace(hours.zone),
          })})`,
      ...said.never.map((rule) => t(`request.never.${rule}`)),
      ...[...new Set(channels.filter(({ safe }) => !safe).map(({ channel }) => channel))].map((channel) =>
        t('request.contactUnsafe', { way: t(`request.channel.${channel}`) }),
      ),
    ];
  }

  function consentWords({ state }: RequestView): readonly string[] {
    return consentsIn(state).map((consent) => {
      const standing = t(`consent.standing.${standingOf(consent, today)}`);
      return `${t(`consent.${consent.ask.purpose}` as DeskKey)}, ${consent.ask.recipient}: ${standing}`;
    });
  }
}
