import { type RelationValues, relations } from '@leeward/domain/people/events.ts';
import { relationsOf } from '@leeward/domain/people/relations.ts';
import { labelOf, type PeopleState, type Relation } from '@leeward/domain/people/state.ts';
import { conflictsOf, valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { addressOf } from '../../router/route.ts';
import { useBegun } from '../../session/use-form.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { Choose, ChoosePerson } from './inputs.tsx';
import { useMayEdit } from './may-edit.ts';
import { allTies, usePeopleWords } from './words.ts';

/** Everybody to whom one person is tied, read from her side; the other side says the same from its own. */
export function Relations({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const { t } = useSpeech();
  const words = usePeopleWords();
  const people: PeopleState = view.state.parts.people;
  const mayEdit = useMayEdit(view);
  const begun = useBegun('case:Relation:new', view.record);
  const [opened, setOpened] = useState<string | null>(begun ? 'new' : null);
  const readings = relationsOf(people, id);
  const her = labelOf(people, id) ?? '';
  return (
    <section className="card stack" aria-labelledby="relations">
      <h2 id="relations">{t('people.relations')}</h2>
      {readings.length === 0 ? <p className="quiet">{t('people.relationsNone')}</p> : null}
      <ul className="ties">
        {readings.map(({ relation, other, tie, back, since, until }) => (
          <li key={relation.id} className="tie">
            {opened === relation.id ? (
              <RelationForm view={view} relation={relation} about={id} onDone={() => setOpened(null)} />
            ) : (
              <>
                <div className="bar">
                  <span>
                    <a href={addressOf({ name: 'case', record: view.record, part: 'people', item: other })}>
                      <bdi>{labelOf(people, other) ?? t('people.notHere')}</bdi>
                    </a>{' '}
                    <b>{words.tie(tie)}</b>
                  </span>
                  <span className="small quiet">
                    {t('people.tieOf', { tie: words.tie(back), name: labelOf(people, other) ?? '' })}
                  </span>
                </div>
                {since === null && until === null ? null : (
                  <span className="small quiet">
                    {since === null ? '' : t('people.since', { date: words.date(since) })}{' '}
                    {until === null ? '' : t('people.until', { date: words.date(until) })}
                  </span>
                )}
                {(valueIn(relation, 'note') ?? '') === '' ? null : (
                  <Words className="small" text={valueIn(relation, 'note') ?? ''} />
                )}
                {conflictsOf(relation).length > 0 ? (
                  <span className="chip danger">{t('people.apart')}</span>
                ) : null}
                {mayEdit ? (
                  <div className="cluster screen-only">
                    <button
                      type="button"
                      className="button quiet small"
                      onClick={() => setOpened(relation.id)}
                    >
                      {t('people.change')}
                    </button>
                    <PutAway
                      kind={relations}
                      record={view.record}
                      item={relation}
                      label={t('people.putAwayOne')}
                    />
                  </div>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
      {!mayEdit ? null : opened === 'new' ? (
        <RelationForm view={view} relation={undefined} about={id} onDone={() => setOpened(null)} />
      ) : (
        <button type="button" className="button screen-only" onClick={() => setOpened('new')}>
          {t('people.addRelation', { name: her })}
        </button>
      )}
    </section>
  );
}

/** Who is what to whom, said as one sentence: the other is the `tie` of this one. */
function RelationForm({
  view,
  relation,
  about,
  onDone,
}: {
  readonly view: CaseView;
  readonly relation: Relation | undefined;
  readonly about: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const words = usePeopleWords();
  const people: PeopleState = view.state.parts.people;
  const form = useItemForm(relations, view.record, relation, () => ({
    whom: about,
    since: null,
    until: null,
    note: '',
  }));
  const value: Partial<RelationValues> = form.values;
  const [asked, setAsked] = useState(false);
  const isWhole = value.who !== undefined && value.whom !== undefined && value.tie !== undefined;
  const point = (date: RelationValues['since'] | undefined): string =>
    date?.kind === 'point' ? date.at : '';
  const dateOf = (at: string): RelationValues['since'] =>
    at === '' ? null : { kind: 'point', at, about: false, said: '' };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isWhole) void form.save().then((kept) => (kept ? onDone() : undefined));
      }}
    >
      {relation === undefined ? null : (
        <>
          <Versions
            label={t('people.who')}
            field={relation.fields.who}
            say={(one) => labelOf(people, one) ?? ''}
            onChoose={(who) => form.set({ who })}
          />
          <Versions
            label={t('people.tie')}
            field={relation.fields.tie}
            say={words.tie}
            onChoose={(tie) => form.set({ tie })}
          />
          <Versions
            label={t('people.whom')}
            field={relation.fields.whom}
            say={(one) => labelOf(people, one) ?? ''}
            onChoose={(whom) => form.set({ whom })}
          />
          <Versions
            label={t('people.sinceField')}
            field={relation.fields.since}
            say={(date) => (date === null ? t('people.nothing') : words.date(date))}
            onChoose={(since) => form.set({ since })}
          />
          <Versions
            label={t('people.untilField')}
            field={relation.fields.until}
            say={(date) => (date === null ? t('people.nothing') : words.date(date))}
            onChoose={(until) => form.set({ until })}
          />
          <Versions
            label={t('people.note')}
            field={relation.fields.note}
            say={(note) => note || t('people.nothing')}
            onChoose={(note) => form.set({ note })}
          />
        </>
      )}
      <div className="people-fields">
        <ChoosePerson
          people={people}
          label={t('people.who')}
          value={value.who ?? null}
          without={value.whom}
          onChange={(who) => form.set({ who })}
        />
        <Choose
          label={t('people.tie')}
          value={value.tie ?? ''}
          options={allTies.map((tie) => [tie, words.tie(tie)] as const)}
          onChange={(tie) => form.set({ tie })}
        />
        <ChoosePerson
          people={people}
          label={t('people.whom')}
          value={value.whom ?? null}
          without={value.who}
          onChange={(whom) => form.set({ whom })}
        />
        <LineBox
          label={t('people.sinceField')}
          type="date"
          value={point(value.since)}
          onChange={(at) => form.set({ since: dateOf(at) })}
        />
        <LineBox
          label={t('people.untilField')}
          type="date"
          value={point(value.until)}
          onChange={(at) => form.set({ until: dateOf(at) })}
        />
      </div>
      {isWhole ? (
        <p className="note">
          {t('people.tieSentence', {
            who: labelOf(people, value.who ?? '') ?? '',
            tie: words.tie(value.tie ?? 'tie_knows'),
            whom: labelOf(people, value.whom ?? '') ?? '',
          })}
        </p>
      ) : null}
      <TextBox
        label={t('people.note')}
        rows={2}
        value={value.note ?? ''}
        onChange={(note) => form.set({ note })}
      />
      {asked && !isWhole ? (
        <p className="error" role="status">
          {t('people.relationNeeded')}
        </p>
      ) : null}
      <FormFoot form={form} save={t('people.save')} onEnd={onDone} />
    </form>
  );
}
