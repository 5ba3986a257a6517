import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** A kind of notification that flows send. */
export interface CustomNotificationType {
  readonly file: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly desktop: boolean;
  readonly mobile: boolean;
}

export function readCustomNotificationTypes(source: PackageSource, problems: MetadataProblem[]): CustomNotificationType[] {
  return filesOfType(source, 'CustomNotificationType').map((file) => {
    const reader = new ShapeReader(
      file.root,
      (element, line, message) => problems.push({ file: file.path, element, line, message }),
      file.type,
    );
    reader.harmless('actionGroups', 'slack', 'fullName');
    const type: CustomNotificationType = {
      file: file.path,
      name: reader.text('customNotifTypeName') ?? file.name,
      label: reader.requiredText('masterLabel'),
      description: reader.text('description'),
      desktop: reader.flag('desktop'),
      mobile: reader.flag('mobile'),
    };
    if (!type.desktop && !type.mobile && reader.element.children.every((child) => child.name !== 'slack'))
      reader.problem('Select at least one supported channel.');
    reader.close();
    return type;
  });
}
