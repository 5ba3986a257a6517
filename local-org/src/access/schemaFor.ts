import type { RequestUser } from '../requestUser.ts';
import { schemaInLanguage } from '../schema/schemaInLanguage.ts';
import type { Schema } from '../schema/types.ts';

/** The org's schema as the user sees it: whole in system mode and for administrators, its labels in their language. Doors take every name from it. */
export function schemaFor({ schema }: { readonly schema: Schema }, user: RequestUser): Schema {
  return schemaInLanguage(user.access?.schema ?? schema, user.language);
}
