import type { MetadataProblem } from '../../errors.ts';
import { readCustomNotificationTypes } from '../../metadata/customNotificationType.ts';
import { readEmailTemplates } from '../../metadata/emailTemplate.ts';
import type { PackageSource } from '../../metadata/packageSource.ts';
import { readWorkflowAlerts } from '../../metadata/workflowAlert.ts';
import type { Schema } from '../../schema/types.ts';
import { FlowProblem } from '../problems.ts';
import { chatterPost } from './chatterPost.ts';
import { customNotificationAction } from './customNotification.ts';
import { emailAlertAction } from './emailAlert.ts';
import { emailSimple } from './emailSimple.ts';
import type { Action } from './types.ts';

/** Actions of the platform that every org has and that run here. */
export const standardActions: readonly Action[] = [chatterPost, customNotificationAction, emailSimple];

/** The actions of an org. */
export class ActionCatalog {
  readonly #actions = new Map<string, Action>();
  readonly #broken = new Map<string, FlowProblem>();

  /** Adds every e-mail alert; what is wrong with the metadata files goes into `problems`. */
  constructor(source: PackageSource, schema: Schema, problems: MetadataProblem[]) {
    for (const action of standardActions) this.#actions.set(keyOf(action.type, action.name), action);
    const templates = new Map(readEmailTemplates(source, problems).map((template) => [template.fullName.toLowerCase(), template]));
    readCustomNotificationTypes(source, problems);
    for (const alert of readWorkflowAlerts(source, problems)) {
      const key = keyOf('emailAlert', alert.fullName);
      try {
        this.#actions.set(key, emailAlertAction(alert, templates.get(alert.template.toLowerCase()), schema.object(alert.object)));
      } catch (error) {
        if (!(error instanceof FlowProblem)) throw error;
        this.#broken.set(key, error);
        // What the platform would refuse is refused; what is not run here matters only to what runs it.
        const refusal = { file: alert.file, element: `alerts ${alert.fullName}`, line: alert.line, message: error.message };
        problems.push(error.notRun ? { ...refusal, message: `${error.message}: stored, not run`, warning: true } : refusal);
      }
    }
  }

  /** The action of a type and name. @throws FlowProblem when it is there and cannot run */
  find(type: string, name: string): Action | undefined {
    const key = keyOf(type, name);
    const broken = this.#broken.get(key);
    if (broken !== undefined) throw broken;
    return this.#actions.get(key);
  }

  /** As `find`, without a word about an action that cannot run. */
  peek(type: string, name: string): Action | undefined {
    return this.#actions.get(keyOf(type, name)) ?? this.#actions.get(keyOf(type, type));
  }

  /** The actions of a type, by name. */
  ofType(type: string): readonly Action[] {
    return [...this.#actions.values()]
      .filter((action) => action.type === type)
      .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  }
}

function keyOf(type: string, name: string): string {
  return `${type} ${name}`.toLowerCase();
}
