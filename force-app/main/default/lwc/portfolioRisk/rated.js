// Generated from lwc-ts-src/portfolioRisk/rated.ts by `npm run build:lwc`. Change the source, not this file.
import { largeRevenue, LEVELS, riskOf } from './risk';
export const NO_FILTER = { level: undefined, text: '' };
/** Rates all customers and puts those at risk first; equal risks by revenue, then by name. */
export function rated(customers, now, locale) {
    const largeFrom = largeRevenue(customers);
    const { compare } = new Intl.Collator(locale);
    return customers
        .map((customer) => ({ customer, risk: riskOf(customer, largeFrom, now) }))
        .sort((one, other) => other.risk.points - one.risk.points ||
        (other.customer.revenue ?? 0) - (one.customer.revenue ?? 0) ||
        compare(one.customer.name, other.customer.name));
}
/** How many customers each level has. */
export function levelCounts(all) {
    const counts = new Map(LEVELS.map((level) => [level, 0]));
    for (const { risk } of all)
        counts.set(risk.level, (counts.get(risk.level) ?? 0) + 1);
    return counts;
}
/** Those that a filter lets through, in their order. */
export function matching(all, { level, text }, locale) {
    const words = text.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
    return all.filter(({ customer, risk }) => {
        if (level !== undefined && risk.level !== level)
            return false;
        if (words.length === 0)
            return true;
        const searched = `${customer.name} ${customer.ownerName}`.toLocaleLowerCase(locale);
        return words.every((word) => searched.includes(word));
    });
}
/** The same list with a follow-up that was just made. The order stays, so that nothing moves under the hands of the user. */
export function withFollowUp(all, customerId, followUp) {
    return all.map((one) => {
        if (one.customer.id !== customerId)
            return one;
        return { ...one, customer: { ...one.customer, followUps: [followUp, ...one.customer.followUps] } };
    });
}
