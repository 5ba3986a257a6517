import type { Whose } from './portfolioQuery';
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
