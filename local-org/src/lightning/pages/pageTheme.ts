import { readOrgSettings, type Theme, themes } from '../orgSettings.ts';
import type { OrgDatabase } from '../../storage/database.ts';

/** The theme that a page is drawn with: what its address asks for (`?theme=slds2`), else the org's. */
export function themeOf(query: unknown, database: OrgDatabase): Theme {
  const asked: unknown = typeof query === 'object' && query !== null && 'theme' in query ? query.theme : undefined;
  return themes.find((theme) => theme === asked) ?? readOrgSettings(database).theme;
}
