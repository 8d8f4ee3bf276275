import {
  type GuardianValues,
  guardianBases,
  guardianships,
  guardianVoices,
} from '@leeward/domain/people/events.ts';
import { voicesFor } from '@leeward/domain/people/relations.ts';
import { type Guardianship, isSamePerson, labelOf, type PeopleState } from '@leeward/domain/people/state.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf, LineBox, TextBox } from '../../request/back-fields.tsx';
import { useBegun } from '../../session/use-form.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { Choose, ChoosePerson } from './inputs.tsx';
import { useMayEdit } from './may-edit.ts';
import { usePeopleWords } from './words.ts';

/** Who cares for a child and may say yes or no for her. */
export function Guardians({ view, child }: { readonly view: CaseView; readonly child: string }): ReactNode {
  const { t } = useSpeech();
  const words = usePeopleWords();
  const people: PeopleState = view.state.parts.people;
  const mayEdit = useMayEdit(view);
  const begun = useBegun('case:Guardianship:new', view.record);
  const [opened, setOpened] = useState<string | null>(begun ? 'new' : null);
  const today = dayOf(useNow());
  const { alone, together, disputed } = voicesFor(people, child, today);
  const names = (ids: readonly string[]): string => words.list(ids.map((id) => labelOf(people, id) ?? ''));
  const all = standing(people.guardianships).filter((one) =>
    isSamePerson(people, valueIn(one, 'child') ?? '', child),
  );
  return (
    <section className="card stack" aria-labelledby="guardians">
      <h2 id="guardians">{t('people.guardians')}</h2>
      <p
        className={
          disputed.length > 0 ? 'note danger' : alone.length + together.length > 0 ? 'note' : 'note warn'
        }
      >
        {disputed.length > 0
          ? t('people.voice.isDisputed')
          : alone.length > 0
            ? t('people.voice.mayAlone', { names: names(alone) })
            : together.length > 0
              ? t('people.voice.mayTogether', { names: names(together) })
              : t('people.voice.nobody')}
      </p>
      <ul className="ties">
        {all.map((one) => (
          <li key={one.id} className="tie">
            {opened === one.id ? (
              <GuardianForm view={view} guardianship={one} child={child} onDone={() => setOpened(null)} />
            ) : (
              <>
                <div className="bar">
                  <b>
                    <bdi>{labelOf(people, valueIn(one, 'guardian') ?? '')}</bdi>
                  </b>
                  <span className="chip">{t(`people.voice.${valueIn(one, 'voice') ?? 'disputed'}`)}</span>
                </div>
                <span className="small quiet">
                  {t(`people.basis.${valueIn(one, 'basis') ?? 'other'}`)}
                  {valueIn(one, 'until') == null
                    ? ''
                    : ` · ${t('people.until', { date: valueIn(one, 'until') ?? '' })}`}
                </span>
                <Words className="small" text={valueIn(one, 'note') ?? ''} />
                {mayEdit ? (
                  <div className="cluster screen-only">
                    <button type="button" className="button quiet small" onClick={() => setOpened(one.id)}>
                      {t('people.change')}
                    </button>
                    <PutAway
                      kind={guardianships}
                      record={view.record}
                      item={one}
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
        <GuardianForm view={view} guardianship={undefined} child={child} onDone={() => setOpened(null)} />
      ) : (
        <button type="button" className="button screen-only" onClick={() => setOpened('new')}>
          {t('people.addGuardian')}
        </button>
      )}
    </section>
  );
}

function GuardianForm({
  view,
  guardianship,
  child,
  onDone,
}: {
  readonly view: CaseView;
  readonly guardianship: Guardianship | undefined;
  readonly child: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const people: PeopleState = view.state.parts.people;
  const form = useItemForm(guardianships, view.record, guardianship, () => ({
    child,
    basis: 'parent' as const,
    from: null,
    until: null,
    note: '',
  }));
  const value: Partial<GuardianValues> = form.values;
  const [asked, setAsked] = useState(false);
  const isWhole = value.guardian !== undefined && value.voice !== undefined;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isWhole) void form.save().then((kept) => (kept ? onDone() : undefined));
      }}
    >
      {guardianship === undefined ? null : (
        <>
          <Versions
            label={t('people.guardian')}
            field={guardianship.fields.guardian}
            say={(one) => labelOf(people, one) ?? ''}
            onChoose={(guardian) => form.set({ guardian })}
          />
          <Versions
            label={t('people.basis')}
            field={guardianship.fields.basis}
            say={(basis) => t(`people.basis.${basis}`)}
            onChoose={(basis) => form.set({ basis })}
          />
          <Versions
            label={t('people.voice')}
            field={guardianship.fields.voice}
            say={(voice) => t(`people.voice.${voice}`)}
            onChoose={(voice) => form.set({ voice })}
          />
          <Versions
            label={t('people.sinceField')}
            field={guardianship.fields.from}
            say={(from) => from ?? t('people.nothing')}
            onChoose={(from) => form.set({ from })}
          />
          <Versions
            label={t('people.untilField')}
            field={guardianship.fields.until}
            say={(until) => until ?? t('people.nothing')}
            onChoose={(until) => form.set({ until })}
          />
          <Versions
            label={t('people.guardianNote')}
            field={guardianship.fields.note}
            say={(note) => note || t('people.nothing')}
            onChoose={(note) => form.set({ note })}
          />
        </>
      )}
      <div className="people-fields">
        <ChoosePerson
          people={people}
          label={t('people.guardian')}
          value={value.guardian ?? null}
          without={child}
          onChange={(guardian) => form.set({ guardian })}
        />
        <Choose
          label={t('people.basis')}
          value={value.basis ?? ''}
          options={guardianBases.map((basis) => [basis, t(`people.basis.${basis}`)] as const)}
          onChange={(basis) => form.set({ basis })}
        />
        <Choose
          label={t('people.voice')}
          value={value.voice ?? ''}
          options={guardianVoices.map((voice) => [voice, t(`people.voice.${voice}`)] as const)}
          onChange={(voice) => form.set({ voice })}
        />
        <LineBox
          label={t('people.sinceField')}
          type="date"
          value={value.from ?? ''}
          onChange={(from) => form.set({ from: from === '' ? null : from })}
        />
        <LineBox
          label={t('people.untilField')}
          type="date"
          value={value.until ?? ''}
          onChange={(until) => form.set({ until: until === '' ? null : until })}
        />
      </div>
      <TextBox
        label={t('people.guardianNote')}
        rows={2}
        value={value.note ?? ''}
        onChange={(note) => form.set({ note })}
      />
      {asked && !isWhole ? (
        <p className="error" role="status">
          {t('people.guardianNeeded')}
        </p>
      ) : null}
      <FormFoot form={form} save={t('people.save')} onEnd={onDone} />
    </form>
  );
}
