import { fill, formatScore, formatWhole } from 'c/pulseWording';
import { documentOf, nodesOf, numberOf, textOf, type Check, type Finding, type Node } from './check';
import { named } from './names';
import { LABELS } from './labels';

/** Records that every org has, and the order in which they are told. */
const SEGMENTS = ['Default', 'A', 'B', 'C'];

/** Target and yellow limit of each segment, from custom metadata. */
export const settings: Check = {
  query: documentOf(
    'pulseSetupSettings',
    `settings: ${named('PulseSetting__mdt')}(first: 50) {
      edges { node {
        name: DeveloperName { value }
        target: ${named('Target__c')} { value }
        yellowFrom: ${named('YellowFrom__c')} { value }
      } }
    }`,
  ),
  read(query) {
    const records = new Map(nodesOf(query['settings']).map((record) => [textOf(record, 'name'), record]));
    const absent = SEGMENTS.filter((segment) => !isFilled(records.get(segment)));
    if (absent.length > 0) return { state: 'missing', text: fill(LABELS.missingSettings, absent.join(', ')) };
    const wrong = SEGMENTS.filter((segment) => !isRising(records.get(segment)));
    if (wrong.length > 0) return { state: 'missing', text: fill(LABELS.wrongSettings, wrong.join(', ')) };
    return { state: 'done', text: SEGMENTS.map((segment) => settingWords(segment, records.get(segment))).join('; ') };
  },
};

/** How often a customer may be asked, from the policy. */
export const policy: Check = {
  query: documentOf(
    'pulseSetupPolicy',
    `policy: ${named('PulsePolicy__mdt')}(first: 1, where: { DeveloperName: { eq: "Default" } }) {
      edges { node {
        relational: ${named('RelationalCoolDownDays__c')} { value }
        transactional: ${named('TransactionalCoolDownDays__c')} { value }
      } }
    }`,
  ),
  read(query): Finding {
    const [record] = nodesOf(query['policy']);
    const relational = numberOf(record, 'relational');
    const transactional = numberOf(record, 'transactional');
    if (relational === null || transactional === null) return { state: 'missing', text: LABELS.noCoolDowns };
    const days = [formatWhole(relational), formatWhole(transactional)];
    if (relational < transactional) return { state: 'missing', text: fill(LABELS.shortCoolDown, ...days) };
    return { state: 'done', text: fill(LABELS.coolDowns, ...days) };
  },
};

function isFilled(record: Node | undefined): boolean {
  return numberOf(record, 'target') !== null && numberOf(record, 'yellowFrom') !== null;
}

function isRising(record: Node | undefined): boolean {
  return (numberOf(record, 'yellowFrom') ?? 0) < (numberOf(record, 'target') ?? 0);
}

function settingWords(segment: string, record: Node | undefined): string {
  return fill(LABELS.setting, segment, formatScore(numberOf(record, 'target') ?? 0), formatScore(numberOf(record, 'yellowFrom') ?? 0));
}
