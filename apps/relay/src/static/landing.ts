import { createHash } from 'node:crypto';

/** The page for a host name that serves no app, such as plain `localhost`: it says where the apps are. */

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#22302f;background:#f6f5f3}
a{color:#0b5f63}@media(prefers-color-scheme:dark){body{color:#e7e5e1;background:#171c1c}a{color:#7fd0cf}}`;

export function landingPage(desk: string, door: string): Response {
  const text = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Leeward</title>
<style>${style}</style></head>
<body><h1>Leeward</h1><p>This address serves no page of its own.</p>
<p><a href="${desk}">The desk</a>, where a team works.</p><p><a href="${door}">The door</a>, where people ask for help.</p>
</body></html>
`;
  const hash = createHash('sha256').update(style).digest('base64');
  return new Response(text, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
