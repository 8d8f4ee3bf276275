import { formatFileSize, formatList } from '@leeward/ui/language/format.ts';
import { formatSpan, zoneHere, zonePlace } from '@leeward/ui/language/hours.ts';
import { countryName, ownLanguageName } from '@leeward/ui/language/names.ts';
import type { DoorWords } from '@leeward/workspace/door/texts.ts';
import type { ComponentChildren } from 'preact';
import type { Answers } from '../model/answers.ts';
import { isPreparing } from '../model/files-read.ts';
import { type Language, useLanguage } from '../model/language.ts';
import type { Go, Screen } from '../model/screens.ts';
import { readyOnes } from '../parts/files.tsx';
import { Frame } from '../parts/frame.tsx';
import { channelKey } from '../parts/ways.tsx';

/** Everything once more, before it goes. */
export function Review({
  answers,
  go,
  organisation,
  oneAdministrator,
  asks,
}: {
  readonly answers: Answers;
  readonly go: Go;
  readonly organisation: DoorWords;
  readonly oneAdministrator: boolean;
  /** Whether the organisation has questions of its own. */
  readonly asks: boolean;
}) {
  const language = useLanguage();
  const { t, tag } = language;
  const { name } = organisation;
  const files = readyOnes(answers.files);
  const part = (title: string, screen: Screen, lines: readonly string[]) => (
    <Part title={title} change={() => go(screen)} lines={lines} />
  );
  const onTheWay = answers.files.filter(isPreparing).map(({ name }) => `${name} · ${t('common.loading')}`);
  const fileLine = (file: (typeof files)[number]): string =>
    t('talk.file', { name: file.name, size: formatFileSize(tag, file.content.size) });
  return (
    <Frame title={t('ask.review.title')} lead={t('ask.review.lead')}>
      <div class="card parts">
        {part(t('ask.review.what'), 'now', [answers.what])}
        {part(t('ask.review.harm'), 'now', harm(answers, language))}
        {part(t('ask.review.who'), 'who', who(answers, language))}
        {part(t('ask.review.reach'), 'reach', reach(answers, language))}
        {part(t('ask.review.never'), 'reach', never(answers, language))}
        {part(t('ask.review.files'), 'files', [...files.map(fileLine), ...onTheWay])}
        {asks ? part(t('questions.title'), 'questions', own(answers, language)) : null}
      </div>
      <Plain title={t('ask.review.readers')}>{t('ask.review.readersText', { name })}</Plain>
      {organisation.retention === '' ? null : (
        <Plain title={t('home.promise')}>{organisation.retention}</Plain>
      )}
      {organisation.languages.length === 0 ? null : (
        <p class="small quiet">
          {t('home.languages', { languages: formatList(tag, organisation.languages.map(ownLanguageName)) })}{' '}
          {t('home.free')}
        </p>
      )}
      {oneAdministrator ? <p class="note small">{t('shell.oneAdministrator', { name })}</p> : null}
    </Frame>
  );
}

function Part({
  title,
  change,
  lines,
}: {
  readonly title: string;
  readonly change: () => void;
  readonly lines: readonly string[];
}) {
  const { t } = useLanguage();
  const given = lines.filter((line) => line.trim() !== '');
  return (
    <section class="part">
      <div class="bar">
        <h2>{title}</h2>
        <button
          class="button quiet"
          type="button"
          aria-label={`${t('ask.review.change')}: ${title}`}
          onClick={change}
        >
          {t('ask.review.change')}
        </button>
      </div>
      {given.length === 0 ? (
        <p class="quiet">{t('ask.review.nothing')}</p>
      ) : (
        given.map((line) => (
          <p key={line} class="lines">
            {line}
          </p>
        ))
      )}
    </section>
  );
}

function Plain({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="words quiet">{children}</p>
    </section>
  );
}

function harm({ danger48h }: Answers, { t }: Language): readonly string[] {
  if (danger48h === 'yes') return [t('ask.now.harmYes')];
  if (danger48h === 'no') return [t('ask.now.harmNo')];
  return danger48h === 'unsure' ? [t('ask.now.harmUnknown')] : [];
}

function who(answers: Answers, { t, locale, tag }: Language): readonly string[] {
  const about = { self: 'ask.who.self', other: 'ask.who.other', both: 'ask.who.both' } as const;
  const languages = answers.languages.map(ownLanguageName);
  return [
    answers.about === undefined ? '' : t(about[answers.about]),
    answers.callName,
    answers.country === '' ? '' : countryName(locale, answers.country),
    languages.length === 0 ? '' : formatList(tag, languages),
    answers.otherLanguages,
  ];
}

function reach(answers: Answers, { t, tag }: Language): readonly string[] {
  const spans = answers.spans.filter(({ from, until }) => from !== '' && until !== '');
  const place = zonePlace(answers.zone || zoneHere());
  const hours = spans.map((span) => formatSpan(tag, span)).join('; ');
  return [
    t('ask.reach.here'),
    ...wayLines(answers.ways, t),
    answers.through === '' ? '' : t('ask.review.through', { who: answers.through }),
    hours === '' ? '' : t('ask.review.hours', { hours, place }),
    answers.safeTimes,
    answers.codeFromUs === '' && answers.codeUnderForce === '' ? '' : t('ask.review.code'),
  ];
}

function own({ own: typed }: Answers, { t }: Language): readonly string[] {
  const count = typed.reduce((sum, { asked }) => sum + Object.keys(asked).length, 0);
  return count === 0 ? [] : [t('questions.answered', { count })];
}

const wayLines = (ways: Answers['ways'], t: Language['t']): readonly string[] =>
  ways.flatMap(({ channel, detail }) => (channel === '' ? [] : [`${t(channelKey(channel))} ${detail}`]));

function never({ never: chosen, neverOther, unsafeWays }: Answers, { t }: Language): readonly string[] {
  const words = {
    call: 'ask.reach.neverCall',
    text: 'ask.reach.neverText',
    mail: 'ask.reach.neverMail',
    family: 'ask.reach.neverFamily',
    employer: 'ask.reach.neverEmployer',
    authorities: 'ask.reach.neverAuthorities',
  } as const;
  return [...wayLines(unsafeWays, t), ...chosen.map((one) => t(words[one])), neverOther];
}
