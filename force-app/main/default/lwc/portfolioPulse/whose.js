// Generated from lwc-ts-src/portfolioPulse/whose.ts by `npm run build:lwc`. Change the source, not this file.
import { nodesOf } from 'c/portfolioRisk';
import { OWNER_VARIABLES } from './portfolioQuery';
import { LABELS } from './labels';
export const NO_TEAM = { reports: [], managerId: undefined, colleagues: [] };
/** Values of the groups; a person's value is the id. */
export const MINE = 'mine';
export const TEAM = 'team';
export const EVERYBODY = 'everybody';
/** What the picker offers. */
export function whoseOptions(team, userId) {
    const people = (team.reports.length > 0 ? team.reports : team.colleagues).filter(({ value }) => value !== userId);
    return [
        { label: LABELS.mine, value: MINE },
        ...(people.length > 0 ? [{ label: LABELS.team, value: TEAM }] : []),
        ...people,
        { label: LABELS.everybody, value: EVERYBODY },
    ];
}
/** Which accounts a choice stands for. A page may ask for the team of somebody who has none: then it is the user alone. */
export function whoseOf(value, team) {
    if (value === MINE)
        return 'mine';
    if (value === EVERYBODY)
        return 'everybody';
    if (value !== TEAM)
        return 'person';
    if (team.reports.length > 0)
        return 'reports';
    return team.managerId === undefined ? 'mine' : 'colleagues';
}
/** The team with those who report to the user, and the user's manager. */
export function withPeople(team, data) {
    const people = data?.uiapi.query;
    const managerId = nodesOf(people?.me)[0]?.manager?.value ?? undefined;
    return { ...team, managerId, reports: optionsOf(nodesOf(people?.reports)) };
}
export function withColleagues(team, { uiapi }) {
    return { ...team, colleagues: optionsOf(nodesOf(uiapi.query.colleagues)) };
}
/** The variable that a choice's queries need beside the cursor. @param person the picker's value, an id where a person is chosen */
export function ownerVariables(whose, me, { managerId }, person) {
    const variable = whose && OWNER_VARIABLES[whose];
    return variable === undefined ? {} : { [variable]: { me, manager: managerId, person }[variable] };
}
function optionsOf(people) {
    return people.map(({ Id, Name }) => ({ label: Name?.value ?? Id, value: Id }));
}
