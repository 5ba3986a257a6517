import { checkbox, email, idFields, READ_ONLY, text } from '../schema/fields.ts';
import { fromSql } from '../storage/columns.ts';
import type { VirtualObject } from './virtualObject.ts';

/** Users, as those who made and changed metadata. */
export const PERSON: VirtualObject = {
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  nameField: 'Name',
  fields: [
    ...idFields(),
    text('Username', 'Username', 80, READ_ONLY),
    text('FirstName', 'First Name', 40, READ_ONLY),
    text('LastName', 'Last Name', 80, READ_ONLY),
    text('Name', 'Full Name', 121, READ_ONLY),
    email('Email', 'Email', READ_ONLY),
    text('Alias', 'Alias', 8, READ_ONLY),
    checkbox('IsActive', 'Active', READ_ONLY),
  ],
  rows: (org) =>
    org.database
      .prepare('SELECT "Id", "Username", "FirstName", "LastName", "Name", "Email", "Alias", "IsActive" FROM "User" WHERE "IsDeleted" = 0')
      .all()
      .map(({ IsActive: isActive, ...texts }) => ({
        ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, fromSql('text', value)])),
        IsActive: isActive === 1,
      })),
};
