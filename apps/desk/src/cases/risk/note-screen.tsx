import { peopleToAssess } from '@leeward/domain/people/group.ts';
import { isSamePerson } from '@leeward/domain/people/state.ts';
import { mayShowNote } from '@leeward/domain/plan/note-for-her.ts';
import { shownNow } from '@leeward/domain/request/shown-to-her.ts';
import { notConcluded } from '@leeward/domain/risk/argued.ts';
import { type NoteReader, type RiskNote, riskNoteOf } from '@leeward/domain/risk/note.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import {
  type DeskLocale,
  deskLanguages,
  formatDate,
  formatList,
  isDeskLocale,
  languageName,
} from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useRef, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { doorLocaleOf } from '../../language/her-language.ts';
import { OtherSpeech, useSpeech } from '../../language/speech.tsx';
import { useDateWords } from '../../parts/inexact-date-words.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useView } from '../../session/use-session.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { newId } from '../new-id.ts';
import { firstForm, type ShownForm } from '../plan/shown-draft.ts';
import { GroupedSelect, useWhom, useWhomChoices } from './choice-fields.tsx';
import { dangerWord } from './danger-words.ts';

/** A note on danger in one step, in plain words and from the facts of the file: for a committee or for one person. */
export function NoteScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers, locale } = useSpeech();
  const today = useToday();
  const choices = useWhomChoices(view.state);
  const persons = peopleToAssess(view.state.parts.people).map(({ id }) => id);
  const [reader, setReader] = useState<string>('committee');
  const [copied, setCopied] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const shown: NoteReader = reader === 'committee' ? { kind: 'committee' } : { kind: 'person', who: reader };
  // Whoever it is for reads her own language, where the desk can write it; a committee reads the desk's.
  const [chosen, setChosen] = useState<DeskLocale | null>(null);
  const request = useHerConversation(view);
  const hers = request === null || request.said.locale === 'und' ? null : doorLocaleOf(request.said.locale);
  const { people } = view.state.parts;
  const writes = mayShowNote(people, view.state.opened?.fromConversation ?? null, request?.record ?? '');
  const door = writes.ok ? writes.value : null;
  const language = chosen ?? (shown.kind === 'person' && hers !== null && isDeskLocale(hers) ? hers : locale);
  const note = riskNoteOf(view.state, shown, today);
  return (
    <div className="stack part-screen">
      <div className="stack screen-only">
        <h2>{t('danger.note.title')}</h2>
        <GroupedSelect
          label={t('danger.note.for')}
          hint={t('danger.note.forHint')}
          value={reader}
          choices={[
            { value: 'committee', label: t('danger.note.committee'), group: '' },
            ...choices
              .filter(
                ({ value }) => persons.includes(value) || (persons.length === 0 && value === 'who_defender'),
              )
              .map((one) => ({ ...one, label: t('danger.note.herself', { name: one.label }) })),
          ]}
          onChange={(value) => {
            setReader(value);
            setCopied(false);
          }}
        />
        <SelectBox
          label={t('danger.note.language')}
          value={language}
          choices={deskLanguages.map(({ tag }) => ({ value: tag, label: languageName(numbers, tag) }))}
          onChange={(tag) => (tag === '' ? undefined : setChosen(tag))}
        />
        {shown.kind === 'person' && hers !== null && hers !== language ? (
          <p className="note small">
            {t('danger.note.herLanguage', { language: languageName(numbers, hers) })}
          </p>
        ) : null}
        <p className="note warn small">{t('danger.note.careful')}</p>
      </div>
      <div ref={text} className="risk-note card padded stack">
        <OtherSpeech locale={language}>
          <NoteWords note={note} view={view} today={today} />
        </OtherSpeech>
      </div>
      <div className="cluster screen-only">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            void navigator.clipboard.writeText(text.current?.innerText ?? '').then(() => setCopied(true));
          }}
        >
          {t('danger.note.copy')}
        </button>
        {shown.kind === 'person' &&
        request !== null &&
        door !== null &&
        isSamePerson(people, door, shown.who) ? (
          <ToHerPage view={view} request={request} text={() => text.current?.innerText ?? ''} />
        ) : null}
        <button type="button" className="button" onClick={() => window.print()}>
          {t('danger.note.print')}
        </button>
        <a className="button quiet" href={addressOf({ name: 'case', record: view.record, part: 'risk' })}>
          {t('danger.back')}
        </a>
        <span role="status" className="small">
          {copied ? t('danger.note.copied') : ''}
        </span>
      </div>
    </div>
  );
}

/** The conversation in which she writes; null where the case has none that can be read here. */
function useHerConversation(view: CaseView): RequestView | null {
  const conversation = view.state.opened?.fromConversation ?? '';
  const request = useView('request', { record: conversation });
  return conversation === '' || request?.ok !== true ? null : request.value;
}

/** Takes the words of the note to where her page is written: there they are made hers, looked through, and sent. */
function ToHerPage({
  view,
  request,
  text,
}: {
  readonly view: CaseView;
  readonly request: RequestView;
  readonly text: () => string;
}): ReactNode {
  const { t } = useSpeech();
  const last = shownNow(request.state)?.plan ?? null;
  const draft = useForm<ShownForm>('case:showPlan', view.record, () =>
    firstForm(view.state.parts.plan, last),
  );
  const { risks } = draft.form;
  const put = (): void => {
    const look = text().trim().slice(0, 4000);
    draft.change({ risks: { id: risks?.id ?? newId(), look, act: risks?.act ?? '' } });
    go({ name: 'case', record: view.record, part: 'plan', item: 'show' });
  };
  return (
    <button type="button" className="button" title={t('danger.note.toPageWhy')} onClick={put}>
      {t('danger.note.toPage')}
    </button>
  );
}

function NoteWords({
  note,
  view,
  today,
}: {
  readonly note: RiskNote;
  readonly view: CaseView;
  readonly today: string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const whom = useWhom(view.state);
  const say = useDateWords();
  const hers = note.reader.kind === 'person';
  const { standing } = note;
  const factors = (items: RiskNote['exposes']): string =>
    formatList(
      numbers,
      items.map((one) => dangerWord(t, 'factor', valueIn(one, 'factor') ?? 'vul_other')),
    );
  return (
    <>
      <h3>
        {t(hers ? 'danger.note.yours' : 'danger.note.heading', { date: formatDate(numbers, today, 'UTC') })}
      </h3>
      <p>
        {standing === null
          ? t('danger.noneJudged')
          : t(hers ? 'danger.note.bandYours' : 'danger.note.band', {
              band: dangerWord(t, 'band', standing.band),
            })}{' '}
        {standing === null ? '' : t(`danger.trendSaid.${standing.trend}`)}
      </p>
      {note.threats.length === 0 ? null : (
        <section className="stack tight">
          <h4>{t(hers ? 'danger.note.fearedYours' : 'danger.note.feared')}</h4>
          <ul>
            {note.threats.map((one) => {
              const conclusion = valueIn(one, 'conclusion') ?? notConcluded;
              return (
                <li key={one.id}>
                  <bdi>{valueIn(one, 'what')}</bdi> (
                  {t(`danger.threat.${valueIn(one, 'kind') ?? 'threat_possible'}`)})
                  {conclusion.likelihood === null
                    ? ''
                    : `. ${dangerWord(t, 'likelihood', conclusion.likelihood)}: `}
                  <bdi>{conclusion.words}</bdi>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {note.judged.length === 0 ? null : (
        <section className="stack tight">
          <h4>{t('danger.note.judged')}</h4>
          <ul>
            {note.judged.map((one) => (
              <li key={one.id}>
                <b>{t('danger.pair', { one: whom(one.who), two: t(`danger.setting.${one.setting}`) })}</b>:{' '}
                {dangerWord(t, 'band', one.band)}. <bdi>{one.reasons}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {note.exposes.length === 0 ? null : <p>{t('danger.note.exposes', { list: factors(note.exposes) })}</p>}
      {note.protects.length === 0 ? null : (
        <p>{t('danger.note.protects', { list: factors(note.protects) })}</p>
      )}
      {note.open.length === 0 ? null : <p>{t('danger.note.open', { list: factors(note.open) })}</p>}
      {note.incidents.length === 0 ? null : (
        <section className="stack tight">
          <h4>{t('danger.note.happened')}</h4>
          <ul>
            {note.incidents.map((one) => {
              const when = valueIn(one, 'when') ?? null;
              return (
                <li key={one.id}>
                  {when === null ? t('danger.noDate') : say(when)}:{' '}
                  {dangerWord(t, 'kind', valueIn(one, 'kind') ?? 'inc_security_incident')}
                </li>
              );
            })}
            {note.more === 0 ? null : <li>{t('danger.note.more', { count: note.more })}</li>}
          </ul>
        </section>
      )}
      {note.advice.length === 0 ? null : (
        <section className="stack tight">
          <h4>{t('danger.advice.title')}</h4>
          <ul>
            {note.advice.map(({ code }) => (
              <li key={code}>{t(`danger.advice.${code}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {note.next === null ? null : (
        <p>{t('danger.note.next', { date: formatDate(numbers, note.next, 'UTC') })}</p>
      )}
    </>
  );
}
