import { keptAway } from '@leeward/domain/people/contact.ts';
import { type BarValues, barKinds, bars } from '@leeward/domain/people/events.ts';
import { type Bar, labelOf, type PeopleState } from '@leeward/domain/people/state.ts';
import { conflictsOf } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useBegun } from '../../session/use-form.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { Choose, ChoosePerson } from './inputs.tsx';
import { useMayEdit } from './may-edit.ts';

/** Who must not learn of the case and who is never to be contacted, each with why. The list that comes before every question. */
export function KeptAwayList({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const people: PeopleState = view.state.parts.people;
  const mayEdit = useMayEdit(view);
  const begun = useBegun('case:Bar:new', view.record);
  const [opened, setOpened] = useState<string | null>(begun ? 'new' : null);
  const all = keptAway(people);
  return (
    <section className="card stack" aria-labelledby="kept-away">
      <h2 id="kept-away">{t('people.keptAway')}</h2>
      <p className="small quiet">{all.length === 0 ? t('people.keptAwayNone') : t('people.keptAwayWhy')}</p>
      <ul className="ties">
        {all.map(({ bar, kind, person, circle, why }) => (
          <li key={bar.id} className="tie">
            {opened === bar.id ? (
              <BarForm view={view} bar={bar} onDone={() => setOpened(null)} />
            ) : (
              <>
                <div className="bar">
                  <b>
                    <bdi>{person === null ? circle : labelOf(people, person)}</bdi>
                  </b>
                  <span className="chip danger">{t(`people.bar.${kind}`)}</span>
                </div>
                <Words text={why} />
                {conflictsOf(bar).length > 0 ? (
                  <span className="chip danger">{t('people.apart')}</span>
                ) : null}
                {mayEdit ? (
                  <div className="cluster screen-only">
                    <button type="button" className="button quiet small" onClick={() => setOpened(bar.id)}>
                      {t('people.change')}
                    </button>
                    <PutAway kind={bars} record={view.record} item={bar} label={t('people.putAwayOne')} />
                  </div>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
      {!mayEdit ? null : opened === 'new' ? (
        <BarForm view={view} bar={undefined} onDone={() => setOpened(null)} />
      ) : (
        <button type="button" className="button screen-only" onClick={() => setOpened('new')}>
          {t('people.keepAway')}
        </button>
      )}
    </section>
  );
}

const blank: Omit<BarValues, 'kind'> & { kind: BarValues['kind'] } = {
  kind: 'must_not_learn',
  person: null,
  circle: '',
  why: '',
};

function BarForm({
  view,
  bar,
  onDone,
}: {
  readonly view: CaseView;
  readonly bar: Bar | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const people: PeopleState = view.state.parts.people;
  const form = useItemForm(bars, view.record, bar, () => blank);
  const value: BarValues = { ...blank, ...form.values };
  const [asked, setAsked] = useState(false);
  const isWhole = (value.person !== null || value.circle.trim() !== '') && value.why.trim() !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isWhole) void form.save().then((kept) => (kept ? onDone() : undefined));
      }}
    >
      <h3>{t('people.keepAway')}</h3>
      {bar === undefined ? null : (
        <>
          <Versions
            label={t('people.barKind')}
            field={bar.fields.kind}
            say={(kind) => t(`people.bar.${kind}`)}
            onChoose={(kind) => form.set({ kind })}
          />
          <Versions
            label={t('people.barPerson')}
            field={bar.fields.person}
            say={(one) => (one === null ? t('people.nothing') : (labelOf(people, one) ?? ''))}
            onChoose={(person) => form.set({ person })}
          />
          <Versions
            label={t('people.barCircle')}
            field={bar.fields.circle}
            say={(circle) => circle || t('people.nothing')}
            onChoose={(circle) => form.set({ circle })}
          />
          <Versions
            label={t('people.barWhy')}
            field={bar.fields.why}
            say={(why) => why}
            onChoose={(why) => form.set({ why })}
          />
        </>
      )}
      <Choose
        label={t('people.barKind')}
        value={value.kind}
        options={barKinds.map((kind) => [kind, t(`people.bar.${kind}`)] as const)}
        onChange={(kind) => form.set({ kind })}
      />
      <ChoosePerson
        people={people}
        label={t('people.barPerson')}
        value={value.person}
        none={t('people.nothing')}
        onChange={(person) => form.set(person === '' ? { person: null } : { person, circle: '' })}
      />
      <LineBox
        label={t('people.barCircle')}
        hint={t('people.barCircleHint')}
        value={value.circle}
        onChange={(circle) => form.set(circle === '' ? { circle } : { circle, person: null })}
      />
      <TextBox label={t('people.barWhy')} rows={2} value={value.why} onChange={(why) => form.set({ why })} />
      {asked && !isWhole ? (
        <p className="error" role="status">
          {t('people.barNeeded')}
        </p>
      ) : null}
      <FormFoot form={form} save={t('people.save')} onEnd={onDone} />
    </form>
  );
}
