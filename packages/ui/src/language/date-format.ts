/** A way to write a moment. */
export type DateFormat = { readonly format: (time: Date | number) => string };

/**
 * The platform's way to write a date with the name of its month. What it has for Persian months in Arabic is a spelling of
 * nobody's: these have their Persian names, which the same letters write.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const own = new Intl.DateTimeFormat(locale, options);
  const { calendar, timeZone } = own.resolvedOptions();
  if (calendar !== 'persian' || !/^ar\b/.test(locale)) return own;
  const month = new Intl.DateTimeFormat('fa', { month: 'long', timeZone });
  return {
    format: (time) =>
      own
        .formatToParts(time)
        .map(({ type, value }) => (type === 'month' ? month.format(time) : value))
        .join(''),
  };
}
