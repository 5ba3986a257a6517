import type { MetadataProblem } from '../../errors.ts';
import { readCustomNotificationTypes } from '../../metadata/customNotificationType.ts';
import { readEmailTemplates } from '../../metadata/emailTemplate.ts';
import type { PackageSource } from '../../metadata/packageSource.ts';
import type { FieldValues, Schema } from '../../schema/types.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import { quoteName } from '../../storage/columns.ts';
import type { RecordStore } from '../../storage/recordStore.ts';

interface OrgStorage {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly store: RecordStore;
}

/**
 * Makes the records of EmailTemplate and CustomNotificationType those of the
 * metadata: flows find them by Get Records, and name them by their ids.
 */
export function keepSetupRecords(org: OrgStorage, source: PackageSource, now: number): void {
  // The metadata was checked before it was installed, so nothing is wrong with it.
  const ignored: MetadataProblem[] = [];
  const templates = readEmailTemplates(source, ignored).map((template): FieldValues => ({
    DeveloperName: template.developerName,
    Name: template.label,
    FolderName: template.folder,
    TemplateType: template.type,
    IsActive: template.available,
    Description: template.description ?? null,
    Subject: template.subject,
    Body: template.text,
    HtmlValue: template.html ?? null,
  }));
  const types = readCustomNotificationTypes(source, ignored).map((type): FieldValues => ({
    DeveloperName: type.name,
    CustomNotifTypeName: type.name,
    MasterLabel: type.label,
    Description: type.description ?? null,
    Desktop: type.desktop,
    Mobile: type.mobile,
  }));
  org.database.transaction(() => {
    keepRecords(org, 'EmailTemplate', templates, now);
    keepRecords(org, 'CustomNotificationType', types, now);
  });
}

/** One record for each of these, told apart by their developer names; none for what is gone. */
function keepRecords({ database, schema, store }: OrgStorage, objectName: string, wanted: readonly FieldValues[], now: number): void {
  const object = schema.object(objectName);
  if (object === undefined) return;
  const moment = Math.floor(now / 1000) * 1000;
  const rows = database.prepare(`SELECT "Id" AS id, "DeveloperName" AS name FROM ${quoteName(object.name)} WHERE "IsDeleted" = 0`).all();
  const known = new Map(rows.map((row) => [String(row['name']), String(row['id'])]));
  const changed = { LastModifiedDate: moment, SystemModstamp: moment };
  for (const values of wanted) {
    const name = String(values['DeveloperName']);
    const id = known.get(name);
    known.delete(name);
    if (id === undefined) store.insert(object, [{ CreatedDate: moment, ...changed, ...values, IsDeleted: false, Id: store.newId(object) }]);
    else {
      const before = store.read(object, [id]).get(id);
      if (Object.entries(values).some(([field, value]) => (before?.[field] ?? null) !== value))
        store.update(object, id, { ...values, ...changed });
    }
  }
  if (known.size > 0) store.delete(object, [...known.values()]);
}
