/** The three apps and the origins on which each of them, and nothing else, is served (section 8). */
export const appNames = ['desk', 'door', 'files'] as const;
export type AppName = (typeof appNames)[number];

export type Site = { readonly app: AppName; readonly origin: string };

/** Every site by the host (with port) that its address bar shows. */
export type Sites = ReadonlyMap<string, Site>;

/** What is served where when nothing is configured: browsers resolve names under localhost by themselves. */
export function localOrigins(port: number): Readonly<Record<AppName, readonly string[]>> {
  const origin = (app: AppName): readonly string[] => [`http://${app}.localhost:${port}`];
  return { desk: origin('desk'), door: origin('door'), files: origin('files') };
}

/** @throws Error when one host is to serve two apps, or an app has no origin: each needs one of its own. */
export function sitesOf(origins: Readonly<Record<AppName, readonly string[]>>): Sites {
  const sites = new Map<string, Site>();
  for (const app of appNames) {
    if (origins[app].length === 0) throw new Error(`No origin is configured for the ${app}.`);
    for (const origin of origins[app]) {
      const { host } = new URL(origin);
      if (sites.has(host))
        throw new Error(`${host} is configured for two apps: each needs a host of its own.`);
      sites.set(host, { app, origin });
    }
  }
  return sites;
}
