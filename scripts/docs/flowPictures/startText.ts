import type { XmlFile } from '../../check-metadata/xmlFile';
import { children, descend, text } from '../packageFiles';

const SAVED: Readonly<Record<string, string>> = {
  Create: 'created',
  Update: 'changed',
  CreateAndUpdate: 'created or changed',
  Delete: 'deleted',
};

/** What starts the flow, in plain words. */
export function startText({ root }: XmlFile): string {
  const start = descend(root, 'start');
  if (start === undefined) return 'Called by other flows';
  const object = text(start, 'object');
  const saved = SAVED[text(start, 'recordTriggerType')] ?? 'saved';
  switch (text(start, 'triggerType')) {
    case 'RecordBeforeSave':
      return `Before a ${object} is ${saved}`;
    case 'RecordBeforeDelete':
      return `Before a ${object} is deleted`;
    case 'RecordAfterSave':
      return `When a ${object} is ${saved}${pathsText(start)}`;
    case 'Scheduled': {
      const schedule = descend(start, 'schedule');
      const frequency = text(schedule, 'frequency').toLowerCase() || 'once';
      return `By the clock: ${frequency}, at ${text(schedule, 'startTime').slice(0, 5)}${object === '' ? '' : `, for records of ${object}`}`;
    }
    case 'PlatformEvent':
      return `When an event ${object} comes`;
    default:
      return text(root, 'processType') === 'Flow' ? 'On a page, by a person' : 'Called by other flows, or by the REST API';
  }
}

function pathsText(start: NonNullable<ReturnType<typeof descend>>): string {
  const hasOwn = text(descend(start, 'connector'), 'targetReference') !== '';
  const paths = children(start, 'scheduledPaths').map((path) => pathText(path));
  const all = [...(hasOwn ? ['in the same transaction'] : []), ...paths];
  return all.length === 0 ? '' : `: ${all.join('; ')}`;
}

function pathText(path: NonNullable<ReturnType<typeof descend>>): string {
  if (text(path, 'pathType') === 'AsyncAfterCommit') return 'after the commit';
  const offset = Number(text(path, 'offsetNumber') || '0');
  const unit = text(path, 'offsetUnit').toLowerCase();
  const field = text(path, 'recordField') || 'the save';
  if (offset === 0) return `at ${field}`;
  return `${String(Math.abs(offset))} ${unit} ${offset < 0 ? 'before' : 'after'} ${field}`;
}
