import type { Waiting } from '@leeward/domain/case/waiting.ts';
import { formatNumber } from '@leeward/ui';
import { Fragment, type KeyboardEvent, type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';
import { filePlace, type PartPlace, partGroups } from './groups.ts';

type Props = {
  readonly record: string;
  /** The part on view. */
  readonly part: string;
  readonly waiting: ReadonlyMap<string, Waiting>;
  /** After a way was chosen, also the one where somebody already is. */
  readonly onChosen?: () => void;
};

/** Every part of the file in its group, with what waits in each. Tab and the arrows lead from one to the next. */
export function PartLinks(props: Props): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus between links
    <div className="part-links" onKeyDown={moveFocus}>
      <ul className="plain part-list">
        <PartLink place={filePlace} {...props} />
      </ul>
      {partGroups.map(({ title, parts }, index) => (
        <Fragment key={title}>
          <p className="part-group" id={`${id} ${index}`}>
            {t(title)}
          </p>
          <ul className="plain part-list" aria-labelledby={`${id} ${index}`}>
            {parts.map((place) => (
              <PartLink key={place.name} place={place} {...props} />
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

function PartLink({
  place,
  record,
  part,
  waiting,
  onChosen,
}: Props & { readonly place: PartPlace }): ReactNode {
  const { t } = useSpeech();
  const { name, title } = place;
  return (
    <li>
      <a
        href={addressOf(name === 'file' ? { name: 'case', record } : { name: 'case', record, part: name })}
        aria-current={name === part ? 'page' : undefined}
        {...(onChosen === undefined ? {} : { onClick: onChosen })}
      >
        <span className="part-name">{t(title)}</span>
        <WaitingCount waiting={waiting.get(name)} />
      </a>
    </li>
  );
}

/** How much waits: a number to see, a sentence to hear. Versions written apart have a mark of their own. */
export function WaitingCount({ waiting }: { readonly waiting: Waiting | undefined }): ReactNode {
  const { t, numbers } = useSpeech();
  if (waiting === undefined) return null;
  const { due, apart } = waiting;
  const words = [
    ...(due === 0 ? [] : [t('case.waits', { count: due })]),
    ...(apart === 0 ? [] : [t('case.waitsApart', { count: apart })]),
  ].join(' · ');
  return (
    <span className={apart > 0 ? 'part-waits apart' : 'part-waits'} title={words}>
      <span aria-hidden="true">{formatNumber(numbers, due + apart)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  links[(at + step + links.length) % links.length]?.focus();
}
