import { defang } from '@leeward/ui/inert.ts';
import { formatDate, formatDateTime, formatList } from '@leeward/ui/language/format.ts';
import { type SaidFact, sayContact, sayGrace, sayMeasure, sayRhythm } from '@leeward/ui/language/say-plan.ts';
import type { CheckInPlan, ComeBack } from '@leeward/workspace/door/come-back.ts';
import type { CopiedPart } from '@leeward/workspace/door/copy.ts';
import type { Language } from '../../model/language.ts';
import { fieldWords, leftWords, purposeWords } from './consents.tsx';

const said = ({ label, value }: SaidFact): string => `${label}: ${defang(value)}`;
const filled = (lines: readonly (string | null)[]): readonly string[] =>
  lines.filter((line): line is string => line !== null && line.trim() !== '');

/** Her plan, her check-ins, what she allows and what is held about her, for her copy: as the screens say it. */
export function copiedParts(back: ComeBack, language: Language): readonly CopiedPart[] {
  const parts = [
    planPart(back, language),
    roundsPart(back, language),
    consentsPart(back, language),
    heldPart(back, language),
  ];
  return parts.filter((part): part is CopiedPart => part !== null && part.things.length > 0);
}

function planPart({ shown }: ComeBack, language: Language): CopiedPart | null {
  if (shown === null) return null;
  const { t, tag } = language;
  const { plan, measures, risks, at } = shown;
  const text = (title: string, words: string) =>
    words.trim() === '' ? [] : [{ title, lines: [defang(words)] }];
  return {
    heading: t('back.shown'),
    things: [
      {
        title: '',
        lines: [t('back.shownVersion', { version: plan.version, date: formatDateTime(tag, at) })],
      },
      ...text(t('back.shownAims'), plan.aims),
      ...(risks === null
        ? []
        : [
            {
              title: t('back.risks'),
              lines: filled([
                defang(risks.note.look),
                risks.note.act === '' ? null : said({ label: t('back.risksAct'), value: risks.note.act }),
                risks.answer === null ? null : t(`back.risksSaid.${risks.answer}`),
              ]),
            },
          ]),
      ...measures.map(({ measure, answer }) => ({
        title: defang(measure.what),
        lines: filled([
          ...sayMeasure(measure, language).map(said),
          answer === null ? null : t(`back.measureSaid.${answer}`),
        ]),
      })),
      ...plan.contacts.map((contact) => ({
        title: `${t('back.shownContacts')}: ${defang(contact.who)}`,
        lines: sayContact(contact, language).map(said),
      })),
      ...text(t('back.shownArrest'), plan.arrest),
    ],
  };
}

function roundsPart({ running, agreed, pauses }: ComeBack, language: Language): CopiedPart {
  const { t, tag } = language;
  const rhythm = (plan: CheckInPlan, title: string, way: string) => ({
    title,
    lines: filled([
      way === '' ? null : `${t('back.roundsWay')}: ${defang(way)}`,
      sayRhythm(plan.rhythm, language),
      t('back.planFrom', { date: formatDateTime(tag, plan.from) }),
      plan.until === null ? null : t('back.planUntil', { date: formatDateTime(tag, plan.until) }),
      sayGrace(plan.grace, language),
      defang(plan.silence),
    ]),
  });
  return {
    heading: t('back.rounds'),
    things: [
      ...(running === null ? [] : [rhythm(running, '', '')]),
      ...agreed.map((one) => rhythm(one, t('back.roundsSpoken'), one.way)),
      ...pauses.map(({ from, until }) => ({
        title: '',
        lines: [t('back.pauseSpan', { from: formatDateTime(tag, from), until: formatDateTime(tag, until) })],
      })),
    ],
  };
}

function consentsPart({ consents }: ComeBack, { t, tag }: Language): CopiedPart {
  return {
    heading: t('back.consents'),
    things: consents.map(({ ask, at, until, standing, left }) => {
      const purpose = purposeWords(ask, t);
      return {
        title: defang(ask.recipient),
        lines: filled([
          defang(ask.text),
          purpose === null ? null : t('back.consentFor', { purpose }),
          t('back.consentFields', { fields: formatList(tag, fieldWords(ask, t)) }),
          t('back.consentAsked', { date: formatDate(tag, at) }),
          until === null
            ? t('back.consentNoEnd')
            : t('back.consentUntil', { date: formatDate(tag, `${until}T12:00:00Z`, 'UTC') }),
          t(`back.standing.${standing}`),
          left === null ? null : leftWords(left, t, tag),
        ]),
      };
    }),
  };
}

function heldPart({ held }: ComeBack, { t, tag }: Language): CopiedPart | null {
  if (held === null) return null;
  const fact = (label: string, value: string) => (value === '' ? null : said({ label, value }));
  return {
    heading: t('back.held'),
    things: [
      { title: '', lines: [t('back.said', { date: formatDate(tag, held.at) })] },
      ...held.lines.map((line) => ({
        title: defang(line.what),
        lines: filled([
          fact(t('back.heldSince'), line.since),
          fact(t('back.heldWhy'), line.why),
          fact(t('back.heldWho'), line.who),
          fact(t('back.heldUntil'), line.until),
        ]),
      })),
    ],
  };
}
