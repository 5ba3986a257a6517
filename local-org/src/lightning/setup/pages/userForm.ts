import type { Org } from '../../../org.ts';
import type { FieldValues } from '../../../schema/types.ts';
import { checkbox, labelled, select, textInput } from '../html.ts';
import { rowsOf, textOf } from '../rows.ts';

/** What the form of a user holds, by the names of its fields. */
export type UserForm = Readonly<Record<string, string>>;

interface FormField {
  readonly name: string;
  readonly label: string;
  /** Field of the user. */
  readonly field: string;
  readonly required?: boolean;
  readonly type?: 'email';
}

const lines: readonly FormField[] = [
  { name: 'firstName', label: 'First name', field: 'FirstName' },
  { name: 'lastName', label: 'Last name', field: 'LastName', required: true },
  { name: 'email', label: 'E-mail', field: 'Email', required: true, type: 'email' },
  { name: 'username', label: 'Username', field: 'Username', required: true },
  { name: 'alias', label: 'Alias', field: 'Alias', required: true },
  { name: 'title', label: 'Title', field: 'Title' },
];

const choices: readonly FormField[] = [
  { name: 'language', label: 'Language', field: 'LanguageLocaleKey' },
  { name: 'locale', label: 'Locale', field: 'LocaleSidKey' },
  { name: 'timeZone', label: 'Time zone', field: 'TimeZoneSidKey' },
];

/** The fields of the form, filled in. */
export function userFields(org: Org, form: UserForm): string {
  const written = lines.map(({ name, label, required, type }) =>
    labelled(
      name,
      label,
      textInput(name, form[name] ?? '', `${required === true ? 'required' : ''} ${type === undefined ? '' : `type="${type}"`}`),
    ),
  );
  const chosen = choices.map(({ name, label, field }) => labelled(name, label, select(name, picklist(org, field), form[name] ?? '')));
  const people = [
    labelled('profile', 'Profile', select('profile', named(org, 'Profile'), form['profile'] ?? '')),
    labelled('role', 'Role', select('role', [['', 'None'], ...named(org, 'UserRole')], form['role'] ?? '')),
    labelled('manager', 'Manager', select('manager', [['', 'None'], ...managers(org)], form['manager'] ?? '')),
  ];
  return `<div class="setup-fields">${[...written, ...chosen, ...people].join('')}</div>${checkbox('active', 'Active', form['active'] === 'true')}`;
}

/** The form of a user who is there. */
export function formOfUser(values: FieldValues): UserForm {
  const text = (field: string): string => (typeof values[field] === 'string' ? values[field] : '');
  return {
    ...Object.fromEntries([...lines, ...choices].map(({ name, field }) => [name, text(field)])),
    profile: text('ProfileId'),
    role: text('UserRoleId'),
    manager: text('ManagerId'),
    active: values['IsActive'] === true ? 'true' : 'false',
  };
}

/** The record that a form stands for; blank fields are emptied. */
export function recordOfForm(form: UserForm): FieldValues {
  const value = (name: string): string | null => (form[name] === undefined || form[name] === '' ? null : form[name]);
  return {
    ...Object.fromEntries([...lines, ...choices].map(({ name, field }) => [field, value(name)])),
    ProfileId: value('profile'),
    UserRoleId: value('role'),
    ManagerId: value('manager'),
    IsActive: form['active'] === 'true',
  };
}

type Choice = readonly [string, string];

function picklist({ schema }: Org, field: string): readonly Choice[] {
  const values = schema.object('User')?.fields.get(field.toLowerCase())?.picklist?.values ?? [];
  const words = field === 'TimeZoneSidKey' ? undefined : new Intl.DisplayNames(['en'], { type: 'language' });
  return values
    .map(({ value, label }): Choice => [value, words === undefined ? label : languageWords(words, value)])
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));
}

/** `da_DK` -> `Danish (Denmark)`; the platform writes Hebrew and Indonesian as Java once did. */
function languageWords(words: Intl.DisplayNames, value: string): string {
  const [language = '', ...rest] = value.split('_');
  const modern = { iw: 'he', in: 'id', no: 'nb' }[language] ?? language;
  return words.of([modern, ...rest].join('-')) ?? value;
}

function named({ database }: Org, objectName: 'Profile' | 'UserRole'): readonly Choice[] {
  const sql = `SELECT "Id" AS id, "Name" AS name FROM "${objectName}" WHERE "IsDeleted" = 0 ORDER BY "Name"`;
  return rowsOf(database, objectName, sql).map((row): Choice => [textOf(row, 'id'), textOf(row, 'name')]);
}

function managers({ database }: Org): readonly Choice[] {
  const sql = `SELECT "Id" AS id, coalesce("Name", "LastName") AS name FROM "User"
    WHERE "IsDeleted" = 0 AND "IsActive" = 1 AND "Username" IS NOT NULL ORDER BY 2 LIMIT 500`;
  return rowsOf(database, 'User', sql).map((row): Choice => [textOf(row, 'id'), textOf(row, 'name')]);
}
