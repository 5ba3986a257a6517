import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import type { Texts } from '../texts/fillText.ts';
import type { QueryService } from '../../soql/types.ts';
import { tabPageModel } from './appPage.ts';
import type { DemoNote } from './demoNote.ts';
import { objectIcon } from './objectIcon.ts';
import type { HomePageModel, TabModel } from './pageSettings.ts';
import { reportIcon } from './reportTabs.ts';
import type { SiteMetadata } from './siteMetadata.ts';

export interface HomePageContext {
  readonly schema: Schema;
  readonly site: SiteMetadata;
  readonly queries: QueryService;
  readonly user: RequestUser;
  readonly texts: Texts;
  readonly app: CustomApplication | undefined;
  readonly tabs: readonly TabModel[];
  readonly demo: DemoNote | undefined;
}

/** The start page: the app's tabs, and accounts to look at, those of the demo's own choice when there is one. */
export function homePageModel({ schema, site, queries, user, texts, app, tabs, demo }: HomePageContext): HomePageModel {
  return {
    kind: 'home',
    description: app?.description ?? '',
    links: tabs
      .filter(({ url }) => url !== '/lightning/page/home')
      .map(({ label, url }) => ({ label, url, icon: iconOfTab(url, { schema, site, texts }) })),
    highlights:
      demo !== undefined && demo.accounts.length > 0
        ? demo.accounts.map(linked)
        : schema.object('Account') === undefined
          ? []
          : newestAccounts(queries, user),
  };
}

/** The icon of what a tab opens, by its address. */
export function iconOfTab(url: string, { schema, site, texts }: Pick<HomePageContext, 'schema' | 'site' | 'texts'>): string {
  const page = tabPageModel(/\/lightning\/n\/(\w+)$/u.exec(url)?.[1] ?? '', { site, texts });
  if (page !== undefined) return page.icon;
  const reports = reportIcon(url);
  if (reports !== undefined) return reports;
  const object = schema.object(/\/lightning\/o\/(\w+)\//u.exec(url)?.[1] ?? '');
  return object === undefined ? 'standard:record' : objectIcon(object, site.tabs);
}

function newestAccounts(queries: QueryService, user: RequestUser): HomePageModel['highlights'] {
  const { records } = queries.run('SELECT Id, Name FROM Account ORDER BY LastModifiedDate DESC, Name LIMIT 8', user);
  return records.map((record) => {
    const [id, name] = ['Id', 'Name']
      .map((field) => record.fields.get(field))
      .map((field) => (field?.kind === 'value' ? String(field.value) : ''));
    return linked({ id: id ?? '', name: name ?? '', note: '' });
  });
}

function linked({
  id,
  name,
  note,
}: {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}): HomePageModel['highlights'][number] {
  return { name, note, url: `/lightning/r/Account/${id}/view` };
}
