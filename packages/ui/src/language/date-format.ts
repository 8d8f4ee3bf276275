/** A way to write a moment. */
export type DateFormat = { readonly format: (time: Date | number) => string };

/**
 * The platform's way to write a date, with months that people know: what it has for Persian months in Arabic is a
 * spelling of nobody's, so these have their Persian names, which the same letters write.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const format = new Intl.DateTimeFormat(locale, options);
  const { locale: own, calendar, timeZone } = format.resolvedOptions();
  if (calendar !== 'persian' || own.split('-')[0] !== 'ar') return format;
  const month = new Intl.DateTimeFormat('fa-u-ca-persian', { month: 'long', timeZone });
  return {
    format: (time) =>
      format
        .formatToParts(time)
        .map(({ type, value }) => (type === 'month' && /\p{L}/u.test(value) ? month.format(time) : value))
        .join(''),
  };
}
