import { SalesforceError } from '../../local-org/src/errors.ts';
import type { InputModel, InterviewState, ScreenFieldModel, WireValue } from '../../local-org/src/flow/screens/screenModel.ts';
import type { ScreensStep } from './flowCase.ts';
import type { FixtureOrg } from './orgs/fixtureOrg.ts';
import type { Names } from './names.ts';

/**
 * Goes through a screen flow as its user would.
 * @returns what was seen: `<screen>: <texts>` for each screen, `<field>: <error>` below it, then how it ended; or `REFUSED: <why>` for somebody who may not start it
 */
export async function walkScreens(org: FixtureOrg, step: ScreensStep, names: Names, by: string | undefined): Promise<readonly string[]> {
  const seen: string[] = [];
  let state: InterviewState;
  try {
    state = org.startScreens(step.screens, names.valuesIntoIds(step.inputs), by);
  } catch (error) {
    if (error instanceof SalesforceError) return [`REFUSED: ${error.message}`];
    throw error;
  }
  for (const { press, give, meanwhile } of step.answers) {
    seen.push(...told(state));
    if (meanwhile !== undefined) await org.launch(meanwhile.launch, [names.valuesIntoIds(meanwhile.inputs)], undefined);
    const { fields = [] } = state.screen ?? {};
    const answers = Object.entries(give).map(([field, value]) => ({
      field,
      value: answered(value, flat(fields).find(isNamed(field)), names),
    }));
    state = org.navigate({ interviewId: state.interviewId, step: state.step, action: press, fields: answers }, by);
  }
  seen.push(...told(state));
  return seen.map((line) => names.intoNames(line));
}

function isNamed(name: string): (field: ScreenFieldModel) => boolean {
  return (field) => field.name === name;
}

/** What is chosen is named by its label. */
function answered(value: string | number | boolean | null, field: ScreenFieldModel | undefined, names: Names): WireValue {
  if (typeof value !== 'string') return value;
  const options = field?.kind === 'input' ? (field.options ?? []) : [];
  return options.find((option) => option.label === value)?.value ?? names.intoIds(value);
}

function told({ screen, status, error }: InterviewState): readonly string[] {
  if (screen === undefined) return [error === undefined ? status : `${status}: ${error}`];
  const fields = flat(screen.fields);
  const texts = fields.flatMap((field) => (field.kind === 'text' ? [plain(field.html)] : []));
  const errors = fields.filter((field): field is InputModel => field.kind === 'input' && field.error !== undefined);
  return [`${screen.name}: ${texts.join(' ')}`.trim(), ...errors.map((field) => `  ${field.name}: ${field.error ?? ''}`)];
}

function flat(fields: readonly ScreenFieldModel[]): readonly ScreenFieldModel[] {
  return fields.flatMap((field) => (field.kind === 'section' ? field.columns.flatMap((column) => flat(column.fields)) : [field]));
}

function plain(html: string): string {
  return html
    .replaceAll(/<\/p>/gu, ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
