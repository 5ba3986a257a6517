import { filesOfType, type PackageSource } from './packageSource.ts';
import { tellerOf, type Tell } from './tell.ts';
import { childText, type XmlElement } from './xmlTree.ts';

/** What a quick action opens. */
export type QuickActionTarget =
  | { readonly kind: 'flow'; readonly flow: string }
  /** A component in a dialog, or one that is only told to do its work. */
  | { readonly kind: 'component'; readonly bundle: string; readonly headless: boolean };

/** A quick action of an object's records, or a global one. */
export interface QuickAction {
  /** `Contact.AskForFeedback`; a global one has no object in front. */
  readonly name: string;
  readonly objectName?: string;
  readonly label: string;
  readonly target: QuickActionTarget;
}

/**
 * Reads the quick actions that run: those that open a screen flow or a Lightning web component.
 * Others are stored, with a warning that names what they do.
 */
export function readQuickActions(source: PackageSource, tell: Tell = () => undefined): readonly QuickAction[] {
  return filesOfType(source, 'QuickAction').flatMap((file) => {
    const target = targetOf(file.root);
    if (target === undefined) {
      const type = childText(file.root, 'type') ?? '(none)';
      tellerOf(file.path, tell).notRun(`quick actions of the type ${type} are not run by local-org`, file.root);
      return [];
    }
    const [object = '', own = ''] = file.name.includes('.') ? file.name.split('.') : ['', file.name];
    const label = childText(file.root, 'label') ?? own;
    return [{ name: file.name, ...(object === '' ? {} : { objectName: object }), label, target }];
  });
}

function targetOf(root: XmlElement): QuickActionTarget | undefined {
  const flow = childText(root, 'flowDefinition');
  const bundle = childText(root, 'lightningWebComponent');
  switch (childText(root, 'type')) {
    case 'Flow':
      return flow === undefined ? undefined : { kind: 'flow', flow };
    case 'LightningWebComponent':
      return bundle === undefined
        ? undefined
        : { kind: 'component', bundle: bundle.replace(/^c[:_]+/u, ''), headless: childText(root, 'actionSubtype') === 'Action' };
    default:
      return undefined;
  }
}
