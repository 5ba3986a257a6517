import { schemaFor } from '../../access/schemaFor.ts';
import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import type { Texts } from '../texts/fillText.ts';
import { textsFor } from '../texts/texts.ts';
import { appsFor, openApp } from './apps.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Who looks at the pages, and what is theirs. */
export interface Viewer {
  readonly user: RequestUser;
  /** The org as they see it. */
  readonly schema: Schema;
  readonly texts: Texts;
  /** Apps that they may open. */
  readonly apps: readonly CustomApplication[];
  /** The app that is open. */
  readonly app: CustomApplication | undefined;
}

/** Cookie that remembers which app is open. */
export const appCookie = 'lightning_app';

/** @param cookie header of the request */
export function viewerOf(org: Org, user: RequestUser, site: SiteMetadata, cookie: string | undefined): Viewer {
  const apps = appsFor(org, user, site);
  const remembered = new RegExp(`(?:^|;\\s*)${appCookie}=(\\w+)`, 'u').exec(cookie ?? '')?.[1];
  return { user, schema: schemaFor(org, user), texts: textsFor(user.language), apps, app: openApp(apps, remembered) };
}
