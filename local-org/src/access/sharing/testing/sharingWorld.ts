import { buildSchema } from '../../../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../../../schema/testing/packageOf.ts';
import type { FieldValues, Schema, SObjectType } from '../../../schema/types.ts';
import { OrgDatabase } from '../../../storage/database.ts';
import { prepareStorage } from '../../../storage/prepareStorage.ts';
import { RecordStore } from '../../../storage/recordStore.ts';
import { OrgSharing } from '../recordSharing.ts';
import type { ObjectAccess, RecordLevel, SharingUser } from '../../types.ts';

/** Objects with defaults and rules of their own, over one database: sharing without an org around it. */
export interface SharingWorld {
  readonly schema: Schema;
  readonly database: OrgDatabase;
  readonly sharing: OrgSharing;
  object(name: string): SObjectType;
  /** Stores a row as it is; gives back its id. */
  add(object: string, values: FieldValues): string;
  /** Ids of the records that the user reaches by the condition that queries use. */
  byQuery(userId: string, object: string, level: RecordLevel): readonly string[];
  /** The same by the condition for named records. */
  byIds(userId: string, object: string, level: RecordLevel): readonly string[];
}

/** Path of a file -> what stands inside its root element. */
export type Files = Readonly<Record<string, string>>;

/** Deal__c with its own sharing, Line__c whose writing takes editing the deal, Remark__c whose writing takes reading it. */
export function dealFiles(sharing: string): Files {
  const detail = (more = ''): string =>
    fieldXml('MasterDetail', `<referenceTo>Deal__c</referenceTo>${more}<relationshipOrder>0</relationshipOrder>`);
  return {
    'objects/Deal__c/Deal__c.object-meta.xml': objectXml('Deal', '', sharing),
    'objects/Deal__c/fields/Region__c.field-meta.xml': fieldXml('Text', '<length>40</length>'),
    'objects/Deal__c/fields/Size__c.field-meta.xml': fieldXml('Number', '<precision>8</precision><scale>0</scale>'),
    'objects/Line__c/Line__c.object-meta.xml': objectXml('Line', '', 'ControlledByParent'),
    'objects/Line__c/fields/Deal__c.field-meta.xml': detail('<relationshipName>Lines</relationshipName>'),
    'objects/Remark__c/Remark__c.object-meta.xml': objectXml('Remark', '', 'ControlledByParent'),
    'objects/Remark__c/fields/Deal__c.field-meta.xml': detail(
      '<relationshipName>Remarks</relationshipName><writeRequiresMasterRead>true</writeRequiresMasterRead>',
    ),
  };
}

export function sharingWorld(files: Files): SharingWorld {
  const schema = buildSchema(packageOf(files));
  const database = new OrgDatabase(':memory:');
  prepareStorage(database, schema);
  const store = new RecordStore(database, schema);
  const sharing = new OrgSharing(schema, database);
  const object = (name: string): SObjectType => {
    const found = schema.object(name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  return {
    schema,
    database,
    sharing,
    object,
    add: (name, values) => {
      const type = object(name);
      const id = store.newId(type);
      store.insert(type, [{ IsDeleted: false, ...values, Id: id }]);
      return id;
    },
    byQuery: (userId, name, level) => {
      const filter = sharing.records(plainUser(userId), object(name), level);
      const parameters: (string | number | null)[] = [];
      const condition =
        filter === 'all'
          ? '1'
          : filter.sql('t1', (value) => {
              parameters.push(value({ id: userId }));
              return `?${parameters.length}`;
            });
      return database
        .prepareArrays(`SELECT t1."Id" FROM "${name}" AS t1 WHERE t1."IsDeleted" = 0 AND ${condition} ORDER BY 1`)
        .all(...parameters)
        .map(([id]) => String(id));
    },
    byIds: (userId, name, level) => {
      const ids = database
        .prepareArrays(`SELECT "Id" FROM "${name}" WHERE "IsDeleted" = 0 ORDER BY 1`)
        .all()
        .map(([id]) => String(id));
      const reached = sharing.reached(plainUser(userId), object(name), ids, level);
      return ids.filter((id) => reached.has(id));
    },
  };
}

/** A user who may do everything with every object, and no more than sharing gives with its records. */
export function plainUser(userId: string, more: Partial<ObjectAccess> = {}): SharingUser {
  const access: ObjectAccess = {
    read: true,
    create: true,
    edit: true,
    delete: true,
    viewAll: false,
    modifyAll: false,
    viewAllFields: false,
  };
  return { userId, key: 'plain', object: () => ({ ...access, ...more }), system: () => false };
}
