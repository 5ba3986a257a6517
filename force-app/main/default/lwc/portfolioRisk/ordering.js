// Generated from lwc-ts-src/portfolioRisk/ordering.ts by `npm run build:lwc`. Change the source, not this file.
/** The order in which the portfolio comes. */
export const BY_RISK = { by: 'risk', isDescending: true };
/** What a click on a column asks for: that column, or the other way round where it is sorted by it already. */
export function nextOrder({ by, isDescending }, clicked) {
    if (by === clicked)
        return { by, isDescending: !isDescending };
    return { by: clicked, isDescending: clicked === 'risk' || clicked === 'revenue' };
}
/** Sorts customers that come by risk; those without a value come last either way. */
export function ordered(byRisk, { by, isDescending }, locale) {
    if (by === 'risk')
        return isDescending ? byRisk : [...byRisk].reverse();
    const { compare } = new Intl.Collator(locale);
    const direction = isDescending ? -1 : 1;
    return [...byRisk].sort((one, other) => {
        if (by === 'name')
            return direction * compare(one.customer.name, other.customer.name);
        const [first, second] = [valueOf(one, by), valueOf(other, by)];
        if (first === undefined || second === undefined)
            return Number(first === undefined) - Number(second === undefined);
        return direction * (first - second);
    });
}
function valueOf({ customer: { pulse, revenue } }, by) {
    if (by === 'pulse')
        return pulse?.score;
    if (by === 'trend')
        return pulse?.trend;
    if (by === 'revenue')
        return revenue;
    return pulse?.lastResponseAt === undefined ? undefined : Date.parse(pulse.lastResponseAt);
}
