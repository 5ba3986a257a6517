import { nodesOf, type PersonNode } from 'c/portfolioRisk';
import { OWNER_VARIABLES, type ColleaguesData, type PeopleData, type Whose } from './portfolioQuery';
import { LABELS } from './labels';

/** A choice of the picker: a group, or a person by id. */
export interface WhoseOption {
  readonly label: string;
  readonly value: string;
}

/** Who may be chosen: the people who report to the user, else those under the same manager. */
export interface Team {
  readonly reports: readonly WhoseOption[];
  readonly managerId: string | undefined;
  readonly colleagues: readonly WhoseOption[];
}

export const NO_TEAM: Team = { reports: [], managerId: undefined, colleagues: [] };

/** Values of the groups; a person's value is the id. */
export const MINE = 'mine';
export const TEAM = 'team';
export const EVERYBODY = 'everybody';

/** What the picker offers. */
export function whoseOptions(team: Team, userId: string): WhoseOption[] {
  const people = (team.reports.length > 0 ? team.reports : team.colleagues).filter(({ value }) => value !== userId);
  return [
    { label: LABELS.mine, value: MINE },
    ...(people.length > 0 ? [{ label: LABELS.team, value: TEAM }] : []),
    ...people,
    { label: LABELS.everybody, value: EVERYBODY },
  ];
}

/** Which accounts a choice stands for. A page may ask for the team of somebody who has none: then it is the user alone. */
export function whoseOf(value: string, team: Team): Whose {
  if (value === MINE) return 'mine';
  if (value === EVERYBODY) return 'everybody';
  if (value !== TEAM) return 'person';
  if (team.reports.length > 0) return 'reports';
  return team.managerId === undefined ? 'mine' : 'colleagues';
}

/** The team with those who report to the user, and the user's manager. */
export function withPeople(team: Team, data: PeopleData | undefined): Team {
  const people = data?.uiapi.query;
  const managerId = nodesOf(people?.me)[0]?.manager?.value ?? undefined;
  return { ...team, managerId, reports: optionsOf(nodesOf(people?.reports)) };
}

export function withColleagues(team: Team, { uiapi }: ColleaguesData): Team {
  return { ...team, colleagues: optionsOf(nodesOf(uiapi.query.colleagues)) };
}

/** The variable that a choice's queries need beside the cursor. @param person the picker's value, an id where a person is chosen */
export function ownerVariables(whose: Whose | undefined, me: string, { managerId }: Team, person: string): Record<string, unknown> {
  const variable = whose && OWNER_VARIABLES[whose];
  return variable === undefined ? {} : { [variable]: { me, manager: managerId, person }[variable] };
}

function optionsOf(people: readonly PersonNode[]): WhoseOption[] {
  return people.map(({ Id, Name }) => ({ label: Name?.value ?? Id, value: Id }));
}
