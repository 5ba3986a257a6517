import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type MetadataFile, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** Who gets an e-mail alert. */
export interface AlertRecipient {
  /** `user`, `owner`, `creator`, `contactLookup`, `userLookup`, `email`, ... */
  readonly type: string;
  /** A user's name, a role, a group. */
  readonly recipient: string | undefined;
  /** The record's lookup or e-mail field. */
  readonly field: string | undefined;
}

/** An e-mail alert of an object. */
export interface WorkflowAlert {
  readonly file: string;
  readonly line: number;
  /** `Order__c.Order_Placed`. */
  readonly fullName: string;
  readonly object: string;
  readonly description: string;
  /** Full name of the e-mail template: `unfiled$public/Order_Placed`. */
  readonly template: string;
  readonly recipients: readonly AlertRecipient[];
  readonly ccEmails: readonly string[];
  readonly senderType: 'CurrentUser' | 'OrgWideEmailAddress' | 'DefaultWorkflowUser';
  readonly senderAddress: string | undefined;
}

/** Every e-mail alert, whether it stands alone or in the `Workflow` file of its object. */
export function readWorkflowAlerts(source: PackageSource, problems: MetadataProblem[]): WorkflowAlert[] {
  const alone = filesOfType(source, 'WorkflowAlert').flatMap((file) => {
    const [object = '', name = ''] = file.name.split('.');
    return [readAlert(readerOf(file, problems), file, object, name)];
  });
  const inWorkflows = filesOfType(source, 'Workflow').flatMap((file) => {
    const workflow = readerOf(file, problems);
    return workflow.each('alerts', (alert) => readAlert(alert, file, file.name, alert.requiredText('fullName')));
  });
  return [...alone, ...inWorkflows];
}

function readerOf(file: MetadataFile, problems: MetadataProblem[]): ShapeReader {
  return new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }), file.type);
}

function readAlert(reader: ShapeReader, file: MetadataFile, object: string, name: string): WorkflowAlert {
  reader.describeAs(`alerts ${name}`);
  reader.harmless('fullName', 'protected', 'promptTemplateVersion');
  const alert: WorkflowAlert = {
    file: file.path,
    line: reader.line,
    fullName: `${object}.${name}`,
    object,
    description: reader.text('description') ?? '',
    template: reader.requiredText('template'),
    recipients: reader.each('recipients', (one) => ({
      type: one.requiredText('type'),
      recipient: one.text('recipient'),
      field: one.text('field'),
    })),
    ccEmails: reader.each('ccEmails', (one) => one.element.text.trim()),
    senderType: reader.oneOf('senderType', ['CurrentUser', 'OrgWideEmailAddress', 'DefaultWorkflowUser']) ?? 'CurrentUser',
    senderAddress: reader.text('senderAddress'),
  };
  reader.close();
  return alert;
}
