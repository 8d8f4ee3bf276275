/** What a page gets that cannot be given a file as it was published. Plain words, no script, in both languages. */
export function unavailable(status: 404 | 503): Response {
  const text =
    status === 404
      ? 'This address is not part of the desk.\n'
      : 'The desk could not be opened as it was published, and nothing else is opened in its place. What is kept on this device is untouched. Load the page again; if this stays, tell your administrator.\n\nتعذّر فتح مكتب العمل كما نُشر، ولن يُفتح شيء آخر مكانه. ما هو محفوظ على هذا الجهاز لم يُمسّ. أعد تحميل الصفحة، وإن بقي الأمر على حاله فأخبر المسؤول.\n';
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
