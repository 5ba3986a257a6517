import { shareFieldsOf, shareNameOf } from '../../schema/shareObjects.ts';
import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import type { RecordLevel } from '../types.ts';

/** What everybody may do with the records of an object: its organization-wide default. */
export type EverybodyLevel = RecordLevel | 'none';

/** A parent that decides on a record, and what one needs on it. */
export interface ParentLink {
  readonly field: Field;
  readonly targets: readonly SObjectType[];
  /** What is needed on the parent for each level of the record. */
  readonly needs: Readonly<Record<RecordLevel, RecordLevel>>;
}

/** Who decides on the records of an object. */
export type SharingModel =
  /** Nobody is kept from them. */
  | { readonly kind: 'open' }
  /** Their owners, the default, and those with whom they are shared. */
  | {
      readonly kind: 'own';
      readonly everybody: EverybodyLevel;
      /** By default everybody may also give them to others. */
      readonly transfer: boolean;
      readonly share: ShareTable | undefined;
      /** A record without this parent is its owner's alone. */
      readonly privateWithout?: Field;
      /** Activities: who may read a parent may read them. */
      readonly readers: readonly ParentLink[];
    }
  /** Their parents: all of them, or any. */
  | {
      readonly kind: 'parents';
      readonly links: readonly ParentLink[];
      readonly join: 'all' | 'any';
      /** What holds for a record without a parent. */
      readonly alone: 'owner' | 'open' | 'none';
    }
  /** Each user sees what is about themselves. */
  | { readonly kind: 'self'; readonly field: string; readonly permission: string }
  /** Reports, dashboards and their folders: who may see the folder. The permission opens all folders. */
  | { readonly kind: 'folder'; readonly folder: string; readonly permission: string; readonly only?: readonly string[] }
  /** Files: their owners, and who may read a record to which they are attached. */
  | { readonly kind: 'files'; readonly links: SObjectType; readonly entity: ParentLink };

/** Where shares of an object are kept. */
export interface ShareTable {
  readonly table: string;
  readonly parent: string;
  readonly level: string;
}

const same: ParentLink['needs'] = { read: 'read', edit: 'edit', full: 'full' };
const part: ParentLink['needs'] = { read: 'read', edit: 'edit', full: 'edit' };
const reader: ParentLink['needs'] = { read: 'read', edit: 'read', full: 'read' };

/** Objects whose records are parts of another's, and the fields that tell of which. */
const parts: Readonly<Record<string, readonly string[]>> = {
  AccountContactRole: ['AccountId'],
  CampaignMember: ['CampaignId'],
  CampaignMemberStatus: ['CampaignId'],
  CaseComment: ['ParentId'],
  CaseContactRole: ['CasesId'],
  ContractContactRole: ['ContractId'],
  OpportunityContactRole: ['OpportunityId'],
  OpportunityLineItem: ['OpportunityId'],
  OrderItem: ['OrderId'],
  Attachment: ['ParentId'],
  Note: ['ParentId'],
  ContentDocumentLink: ['LinkedEntityId'],
  ContentVersion: ['ContentDocumentId'],
  FeedItem: ['ParentId'],
  FeedComment: ['ParentId'],
  TopicAssignment: ['EntityId'],
  EmailMessage: ['ParentId', 'RelatedToId'],
};

/** Parts that do not depend on a parent alone. */
const openAlone: ReadonlySet<string> = new Set(['EmailMessage', 'FeedItem', 'FeedComment', 'ContentDocumentLink', 'ContentVersion']);

/** What "Controlled by Parent" means for objects that can also have a default of their own. */
const controllers: Readonly<Record<string, readonly string[]>> = {
  Contact: ['AccountId'],
  Contract: ['AccountId'],
  Order: ['AccountId'],
  Asset: ['AccountId', 'ContactId'],
  Task: ['WhatId', 'WhoId'],
  Event: ['WhatId', 'WhoId'],
};

const levels: Readonly<Record<string, EverybodyLevel>> = {
  Private: 'none',
  Read: 'read',
  ReadWrite: 'edit',
  ReadWriteTransfer: 'edit',
  FullAccess: 'full',
};

/** Objects of the setup whose records are not for everybody. Other folders than these two types' are. */
const setupModels: Readonly<Record<string, SharingModel>> = {
  Dashboard: { kind: 'folder', folder: 'FolderId', permission: 'ViewPublicDashboards' },
  Folder: { kind: 'folder', folder: 'Id', permission: 'ViewPublicReports', only: ['Dashboard', 'Report'] },
  LoginHistory: { kind: 'self', field: 'UserId', permission: 'ManageUsers' },
  Report: { kind: 'folder', folder: 'OwnerId', permission: 'ViewPublicReports' },
};

/** Who decides on the records of this object (Help, "Organization-Wide Default Access Settings"). */
export function sharingModelOf(schema: Schema, object: SObjectType): SharingModel {
  switch (object.kind) {
    case 'history':
    case 'feed':
    case 'share':
      return besideParent(schema, object);
    case 'custom':
      return object.hasOwner ? ownModel(schema, object) : detailModel(schema, object);
    case 'standard':
      return standardModel(schema, object);
    default:
      return setupModels[object.name] ?? { kind: 'open' };
  }
}

function standardModel(schema: Schema, object: SObjectType): SharingModel {
  if (object.name === 'ContentDocument') return filesModel(schema);
  const partFields = parts[object.name];
  if (partFields !== undefined) {
    const alone = openAlone.has(object.name) ? 'open' : object.hasOwner ? 'owner' : 'none';
    return { kind: 'parents', links: linksOf(schema, object, partFields, part), join: 'any', alone };
  }
  const fields = controllers[object.name];
  if (object.sharingModel.startsWith('ControlledBy')) {
    return fields === undefined
      ? { kind: 'open' }
      : { kind: 'parents', links: linksOf(schema, object, fields, same), join: 'any', alone: 'owner' };
  }
  return object.hasOwner ? ownModel(schema, object) : { kind: 'open' };
}

function ownModel(schema: Schema, object: SObjectType): SharingModel {
  const shareName = shareNameOf(object);
  const share = schema.object(shareName);
  const key = shareFieldsOf(object.name, object.custom);
  const isActivity = object.name === 'Task' || object.name === 'Event';
  const account = object.name === 'Contact' ? object.fields.get('accountid') : undefined;
  return {
    kind: 'own',
    everybody: levels[object.sharingModel] ?? 'edit',
    transfer: object.sharingModel === 'ReadWriteTransfer',
    share: share === undefined ? undefined : { table: share.name, parent: key.parent, level: key.level },
    readers: isActivity ? linksOf(schema, object, controllers[object.name] ?? [], reader) : [],
    ...(account === undefined ? {} : { privateWithout: account }),
  };
}

/** Details: who may read every master reads them; what writing takes says each relationship. */
function detailModel(schema: Schema, object: SObjectType): SharingModel {
  const links = [...object.fields.values()].flatMap((field) => {
    const master = field.reference?.masterDetail;
    if (master === undefined) return [];
    return linksOf(schema, object, [field.name], master.writeRequiresMasterRead === true ? reader : part);
  });
  return links.length === 0 ? { kind: 'open' } : { kind: 'parents', links, join: 'all', alone: 'none' };
}

/** Histories and shares: who may read the record reads them; sharing it on takes full access. */
function besideParent(schema: Schema, object: SObjectType): SharingModel {
  const parent = schema.object(object.settings.parentObject ?? '');
  const field = [...object.fields.values()].find(({ reference }) => parent !== undefined && reference?.targets[0] === parent.name);
  if (parent === undefined || field === undefined) return { kind: 'open' };
  const needs: ParentLink['needs'] = { read: 'read', edit: 'full', full: 'full' };
  return { kind: 'parents', links: [{ field, targets: [parent], needs }], join: 'all', alone: 'none' };
}

function filesModel(schema: Schema): SharingModel {
  const links = schema.object('ContentDocumentLink');
  const [entity] = links === undefined ? [] : linksOf(schema, links, ['LinkedEntityId'], reader);
  return links === undefined || entity === undefined ? { kind: 'open' } : { kind: 'files', links, entity };
}

function linksOf(schema: Schema, object: SObjectType, fields: readonly string[], needs: ParentLink['needs']): ParentLink[] {
  return fields.flatMap((name) => {
    const field = object.fields.get(name.toLowerCase());
    const targets = (field?.reference?.targets ?? []).flatMap((target) => schema.object(target) ?? []);
    return field === undefined || targets.length === 0 ? [] : [{ field, targets, needs }];
  });
}

/** The model of each object, worked out once. */
export class SharingModels {
  readonly schema: Schema;
  readonly #models = new Map<string, SharingModel>();

  constructor(schema: Schema) {
    this.schema = schema;
  }

  of(object: SObjectType): SharingModel {
    let model = this.#models.get(object.name);
    if (model === undefined) this.#models.set(object.name, (model = sharingModelOf(this.schema, object)));
    return model;
  }
}
