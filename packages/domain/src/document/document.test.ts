import { describe, expect, it } from 'vitest';
import { baseOf, editOf } from '../shared/items.ts';
import { at, colleague, hash, id } from '../testing/people.ts';
import { type DocumentValues, documentItems } from './events.ts';
import { documentPart } from './part.ts';
import { documentsOf, documentsWithCopies, isGraphic, lastingOn } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const file = { blob: hash(1), name: 'scan.jpg', mediaType: 'image/jpeg', size: 12, hash: hash(2) };
const paper: DocumentValues = {
  title: 'Summons of 3 November',
  kind: 'ev_official_document',
  file,
  about: null,
  source: 'She sent it through the door.',
  made: { kind: 'point', at: '2026-11-03', about: false, said: '' },
  received: '2026-11-05',
  expires: '2026-12-10',
  graphic: false,
  shows: '',
  madeFrom: null,
};

function begun(values: Partial<DocumentValues> = {}) {
  const event = editOf(documentItems, baseOf<DocumentValues>(undefined, id(1)), { ...paper, ...values });
  if (event === null) throw new Error('no event');
  const applied = documentPart.apply(new Map(), event, at(1, officer));
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
}
const one = (state: ReturnType<typeof begun>) => {
  const [found] = documentsOf(state);
  if (found === undefined) throw new Error('no document');
  return found;
};

describe('a document of a case', () => {
  it('says before it ends that it will, and afterwards that it has', () => {
    const document = one(begun());
    expect(
      ['2026-10-01', '2026-11-21', '2026-12-10', '2026-12-11'].map((day) => lastingOn(document, day)),
    ).toEqual(['lasts', 'ends_soon', 'ends_soon', 'over']);
    expect(lastingOn(one(begun({ expires: null })), '2026-11-21')).toBe('unknown');
  });

  it('is no document without a file and a title', () => {
    const event = { type: 'DocumentKept', v: 1, id: id(1), set: { title: 'A paper' }, replaces: {} } as const;
    expect(documentPart.apply(new Map(), event, at(1, officer))).toMatchObject({
      error: { code: 'malformed', details: { path: 'set.file' } },
    });
  });

  it('keeps its warning where one colleague called it graphic and another, apart, did not', () => {
    const before = begun();
    const base = baseOf(one(before), id(1));
    const warned = editOf(documentItems, base, { graphic: true, shows: 'Wounds on a back.' });
    if (warned === null) throw new Error('no event');
    const hers = documentPart.apply(before, warned, at(2, officer));
    if (!hers.ok) throw new Error(hers.error.code);
    const calm = { ...warned, set: { graphic: false } } as const;
    const both = documentPart.apply(hers.value, calm, at(3, second));
    expect(both.ok && isGraphic(one(both.value))).toBe(true);
  });

  it('has the copies with something blacked out under it, and none of them is said to come from elsewhere [fault 58]', () => {
    const copied = { ...file, blob: hash(3), hash: hash(4), name: 'scan-copy.png' };
    const madeFrom = { blob: file.blob, hash: file.hash };
    const event = editOf(documentItems, baseOf<DocumentValues>(undefined, id(2)), {
      ...paper,
      title: 'For the embassy',
      file: copied,
      madeFrom,
    });
    const both = event === null ? null : documentPart.apply(begun(), event, at(2, officer));
    if (both?.ok !== true) throw new Error('no copy');
    expect(documentsWithCopies(both.value)).toMatchObject([
      { of: { item: { id: id(1) } }, copies: [{ of: { item: { id: id(2) } }, copies: [] }] },
    ]);
    const copy = both.value.get(id(2));
    const otherwise = editOf(documentItems, baseOf(copy, id(2)), { madeFrom: null });
    if (otherwise === null) throw new Error('no event');
    expect(documentPart.apply(both.value, otherwise, at(3, second))).toMatchObject({
      error: { code: 'exists' },
    });
  });
});
