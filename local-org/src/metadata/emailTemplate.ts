import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** A Classic e-mail template. */
export interface EmailTemplate {
  readonly file: string;
  /** With its folder: `unfiled$public/Order_Placed`. */
  readonly fullName: string;
  /** The part after the folder. */
  readonly developerName: string;
  readonly folder: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly available: boolean;
  readonly type: 'text' | 'html' | 'custom' | 'visualforce';
  readonly subject: string;
  readonly text: string;
  /** Present on templates that are not plain text. */
  readonly html: string | undefined;
}

/** Every e-mail template with its content, which lies in a file of its own. */
export function readEmailTemplates(source: PackageSource, problems: MetadataProblem[]): EmailTemplate[] {
  return filesOfType(source, 'EmailTemplate').map((file) => {
    const reader = new ShapeReader(
      file.root,
      (element, line, message) => problems.push({ file: file.path, element, line, message }),
      file.type,
    );
    reader.harmless('apiVersion', 'attachedDocuments', 'attachments', 'encodingKey', 'packageVersions', 'relatedEntityType', 'uiType');
    reader.harmless('fullName', 'letterhead', 'style', 'pageDevName');
    const fullName = file.path.replace(/^(?:.*\/)?email\//u, '').replace(/\.email-meta\.xml$/u, '');
    const type = reader.oneOf('type', ['text', 'html', 'custom', 'visualforce']) ?? 'text';
    const content = textOf(source.contents?.get(file.path.replace(/-meta\.xml$/u, ''))) ?? reader.raw('content') ?? '';
    reader.harmless('content');
    const plain = reader.raw('textOnly');
    const template: EmailTemplate = {
      file: file.path,
      fullName,
      developerName: fullName.split('/').at(-1) ?? fullName,
      folder: fullName.split('/').slice(0, -1).join('/'),
      label: reader.text('name') ?? fullName,
      description: reader.text('description'),
      available: reader.flag('available'),
      type,
      subject: reader.text('subject') ?? '',
      text: type === 'text' ? content : (plain ?? ''),
      html: type === 'text' ? undefined : content,
    };
    reader.close();
    return template;
  });
}

function textOf(content: Uint8Array | undefined): string | undefined {
  return content === undefined ? undefined : new TextDecoder().decode(content);
}
