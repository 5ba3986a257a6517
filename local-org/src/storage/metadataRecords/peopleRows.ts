import { filesOfType, type PackageSource } from '../../metadata/packageSource.ts';
import { childFlag, childText } from '../../metadata/xmlTree.ts';
import type { FieldValues } from '../../schema/types.ts';
import type { WantedRows } from './keepRows.ts';

/** Queues, public groups and roles. Those that people made beside them stay. */
export function peopleRows(source: PackageSource): readonly WantedRows[] {
  const groups = [
    ...filesOfType(source, 'Queue').map(({ name, root }): FieldValues => ({
      Type: 'Queue',
      DeveloperName: name,
      Name: childText(root, 'name') ?? name,
      Email: childText(root, 'email') ?? null,
      DoesSendEmailToMembers: childFlag(root, 'doesSendEmailToMembers'),
      DoesIncludeBosses: childText(root, 'doesIncludeBosses') !== 'false',
    })),
    ...filesOfType(source, 'Group').map(({ name, root }): FieldValues => ({
      Type: 'Regular',
      DeveloperName: name,
      Name: childText(root, 'name') ?? name,
      DoesIncludeBosses: childFlag(root, 'doesIncludeBosses'),
    })),
  ];
  const roles = filesOfType(source, 'Role').map(({ name, root }): FieldValues => ({
    DeveloperName: name,
    Name: childText(root, 'name') ?? name,
    RollupDescription: childText(root, 'description') ?? null,
    OpportunityAccessForAccountOwner: childText(root, 'opportunityAccessLevel') ?? 'Edit',
    CaseAccessForAccountOwner: childText(root, 'caseAccessLevel') ?? 'Edit',
    ContactAccessForAccountOwner: childText(root, 'contactAccessLevel') ?? 'Edit',
    MayForecastManagerShare: childFlag(root, 'mayForecastManagerShare'),
  }));
  return [
    { object: 'Group', key: ['Type', 'DeveloperName'], rows: groups, othersStay: true },
    { object: 'UserRole', key: ['DeveloperName'], rows: roles, othersStay: true },
  ];
}
