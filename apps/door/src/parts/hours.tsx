import { formatTime } from '@leeward/ui/language/format.ts';
import {
  type DayName,
  formatDay,
  formatHour,
  zoneHere,
  zonePlace,
  zones,
} from '@leeward/ui/language/hours.ts';
import { useMemo } from 'preact/hooks';
import type { Answers, Change } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { SelectField } from './field.tsx';
import { useFocusOnNew } from './focus-new.ts';
import { Choices } from './options.tsx';

const days: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const full = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const MOST_SPANS = 14;

/** Days and hours that are safe, by a clock that she names: the team sees at once whether it is such a time now. */
export function Hours({ answers, change }: { readonly answers: Answers; readonly change: Change }) {
  const { t, tag } = useLanguage();
  const { spans, zone } = answers;
  const known = useMemo(zones, []);
  const hours = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({
      value: full(first + index),
      label: formatHour(tag, full(first + index)),
    }));
  const put = (at: number, changed: Partial<Answers['spans'][number]>): void =>
    change({ spans: spans.map((span, index) => (index === at ? { ...span, ...changed } : span)) });
  const list = useFocusOnNew(spans.length);
  return (
    <div ref={list} class="stack tight">
      {spans.map((span, index) => (
        <div key={index} class="card padded stack tight">
          <Choices
            label={t('ask.reach.days')}
            hint={t('ask.reach.daysHint')}
            values={span.days}
            onChange={(chosen) => put(index, { days: chosen })}
            options={days.map((day) => ({ value: day, label: formatDay(tag, day) }))}
          />
          <div class="go">
            <SelectField
              label={t('ask.reach.from')}
              none={t('ask.all.choose')}
              value={span.from}
              onChange={(from) => put(index, { from })}
              options={hours(0, 23)}
            />
            <SelectField
              label={t('ask.reach.until')}
              none={t('ask.all.choose')}
              value={span.until}
              onChange={(until) => put(index, { until })}
              options={hours(1, 24)}
            />
          </div>
          <button
            class="button"
            type="button"
            onClick={() => change({ spans: spans.filter((_, other) => other !== index) })}
          >
            {t('common.remove')}
          </button>
        </div>
      ))}
      {spans.length === 0 ? null : (
        <SelectField
          label={t('ask.reach.clock')}
          hint={t('ask.reach.clockHint')}
          none={t('ask.reach.clockHere', {
            place: zonePlace(zoneHere()),
            time: formatTime(tag, Date.now()),
          })}
          value={zone}
          onChange={(chosen) => change({ zone: chosen })}
          options={known.map((name) => ({ value: name, label: zonePlace(name) }))}
        />
      )}
      {spans.length < MOST_SPANS ? (
        <button
          class="button"
          type="button"
          onClick={() => change({ spans: [...spans, { days: [], from: '', until: '' }] })}
        >
          {t('ask.reach.addHours')}
        </button>
      ) : null}
    </div>
  );
}
