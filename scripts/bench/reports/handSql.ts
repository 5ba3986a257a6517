/**
 * For each report over answers the statement that somebody would write by hand
 * for the same figures. `:year`, `:quarter` and `:week` are epoch milliseconds
 * that far ago.
 */

const NPS = `sum(CASE WHEN r.Program__c = 'Relational' THEN r.Promoter__c END), sum(CASE WHEN r.Program__c = 'Relational' THEN r.Detractor__c END), sum(CASE WHEN r.Program__c = 'Relational' THEN r.Rated__c END), count(*)`;
const RATING = 'sum(r.Rating__c), sum(r.Rated__c), sum(r.Detractor__c), count(*)';
const TOUCHPOINT = 'sum(r.Promoter__c), sum(r.Detractor__c), sum(r.Rated__c), sum(r.Rating__c), count(*)';
const MONTH = "strftime('%Y-%m', r.RespondedAt__c / 1000, 'unixepoch')";
const WEEK = "strftime('%Y-%W', r.RespondedAt__c / 1000, 'unixepoch')";
const QUARTER = "strftime('%Y', r.RespondedAt__c / 1000, 'unixepoch') || (strftime('%m', r.RespondedAt__c / 1000, 'unixepoch') - 1) / 3";
const ACCOUNT = 'LEFT JOIN "Account" a ON a.Id = r.Account__c';
const OWNER = `${ACCOUNT} LEFT JOIN "User" u ON u.Id = a.OwnerId`;
const CONTACT = 'JOIN "Contact" c ON c.Id = r.Contact__c';
const ACCEPTED = "r.Status__c = 'Accepted'";
const YEAR = 'r.RespondedAt__c >= :year';
const FOLLOW_UPS = 'LEFT JOIN "PulseFollowUp__c" f ON f.Response__c = r.Id AND f.IsDeleted = 0';
const REASONS = 'JOIN "PulseReason__c" p ON p.Response__c = r.Id AND p.IsDeleted = 0';
const BAND = "CASE WHEN r.Rating__c >= 9 THEN 'Green' WHEN r.Rating__c >= 7 THEN 'Yellow' WHEN r.Rating__c IS NOT NULL THEN 'Red' END";

interface Parts {
  readonly figures: string;
  readonly by: string;
  readonly where: readonly string[];
  readonly join?: string;
}

function statement({ figures, by, where, join = '' }: Parts): string {
  return `SELECT ${by}, ${figures} FROM "PulseResponse__c" r ${join} WHERE r.IsDeleted = 0 AND ${where.join(' AND ')} GROUP BY ${by} ORDER BY 1`;
}

/** Different answers are no sum of those of their groups: each total is a statement of its own. */
function withTotals(parts: Omit<Parts, 'by' | 'figures'>, ...by: readonly string[]): string {
  const levels = by.length < 2 ? [by, []] : [by, by.slice(0, 1), by.slice(1), []];
  return levels
    .map((level) => {
      const columns = by.map((column) => (level.includes(column) ? column : 'NULL')).join(', ');
      const group = level.length === 0 ? '' : `GROUP BY ${level.join(', ')}`;
      return `SELECT ${columns}, count(DISTINCT r.Id), count(*) FROM "PulseResponse__c" r ${parts.join ?? ''} WHERE r.IsDeleted = 0 AND ${parts.where.join(' AND ')} ${group}`;
    })
    .join(' UNION ALL ');
}

const relational = [ACCEPTED, YEAR, "r.Program__c = 'Relational'"];
const transactional = [ACCEPTED, YEAR, "r.Program__c = 'Transactional'"];
const rated = [ACCEPTED, YEAR];

/** By the developer name of the report. */
export const handSql: Readonly<Record<string, string>> = {
  NpsByMonth: statement({ figures: NPS, by: MONTH, where: relational }),
  NpsByOwner: statement({ figures: NPS, by: 'u.Name', join: OWNER, where: relational }),
  NpsByRegion: statement({ figures: NPS, by: 'a.BillingCountry', join: ACCOUNT, where: relational }),
  NpsBySegment: statement({ figures: NPS, by: 'a.PulseSegment__c', join: ACCOUNT, where: relational }),
  WeeklyHuddleNps: statement({ figures: NPS, by: WEEK, where: [ACCEPTED, "r.Program__c = 'Relational'", 'r.RespondedAt__c >= :weeks'] }),
  RatingByMonth: statement({ figures: RATING, by: MONTH, where: rated }),
  MyRatingByMonth: statement({
    figures: RATING,
    by: MONTH,
    join: `JOIN "Account" a ON a.Id = r.Account__c AND a.OwnerId = :user`,
    where: rated,
  }),
  RatingByOwner: statement({ figures: RATING, by: 'u.Name', join: OWNER, where: rated }),
  RatingByTeam: statement({ figures: RATING, by: 'u.Department', join: OWNER, where: rated }),
  RatingByDepartment: statement({ figures: RATING, by: 'c.Department', join: CONTACT, where: rated }),
  ChannelsCompared: statement({ figures: RATING, by: 'r.Channel__c', where: rated }),
  AnswersTakenByEmployees: statement({ figures: RATING, by: 'r.RecordedBy__c IS NULL', where: rated }),
  TouchpointNps: statement({ figures: TOUCHPOINT, by: 'r.Touchpoint__c', where: transactional }),
  JourneyNps: statement({
    figures: TOUCHPOINT,
    by: "CASE WHEN r.Touchpoint__c IN ('Sales', 'Onboarding') THEN 'Sales' WHEN r.Touchpoint__c = 'Delivery' THEN 'Delivery' ELSE 'Service' END",
    where: transactional,
  }),
  TouchpointNpsByQuarter: statement({ figures: TOUCHPOINT, by: `r.Touchpoint__c, ${QUARTER}`, where: transactional }),
  AnswersByStatus: statement({ figures: 'sum(r.Rated__c), count(*)', by: `${MONTH}, r.Status__c`, where: [YEAR] }),
  QuarantinedAnswers: statement({ figures: 'count(*)', by: 'r.QuarantineReason__c', where: ["r.Status__c = 'Quarantined'"] }),
  UnlinkedAnswers: statement({
    figures: 'count(*)',
    by: 'r.Source__c, r.MatchedBy__c',
    join: 'LEFT JOIN "ContactPulse__c" k ON k.Id = r.ContactPulse__c',
    where: ['r.Contact__c IS NULL', 'k.Lead__c IS NULL', 'r.ErasedOn__c IS NULL', YEAR],
  }),
  UnhappyWithoutFollowUp: statement({
    figures: 'count(*)',
    by: 'r.Source__c',
    where: [
      ACCEPTED,
      'r.Detractor__c = 1',
      'r.Contact__c IS NOT NULL',
      'r.RespondedAt__c >= :quarter',
      'NOT EXISTS (SELECT 1 FROM "PulseFollowUp__c" f WHERE f.Response__c = r.Id AND f.IsDeleted = 0)',
    ],
  }),
  MyUnhappyAnswers: statement({
    figures: 'count(*)',
    by: 'a.Name',
    join: `JOIN "Account" a ON a.Id = r.Account__c AND a.OwnerId = :user`,
    where: [ACCEPTED, 'r.Detractor__c = 1', 'r.RespondedAt__c >= :month'],
  }),
  CompositeIndex: statement({
    figures: `${NPS}, sum(f.Status__c = 'Resolved' AND f.ResolvedAt__c <= f.DueAt__c), sum(f.DueAt__c < :now)`,
    by: MONTH,
    join: FOLLOW_UPS,
    where: rated,
  }),
  WeeklyHuddleDetractors: withTotals(
    { join: FOLLOW_UPS, where: [ACCEPTED, 'r.Detractor__c = 1', 'r.RespondedAt__c >= :week'] },
    'r.Touchpoint__c',
  ),
  ShiftHandoverNew: withTotals(
    { join: FOLLOW_UPS, where: [ACCEPTED, 'r.Detractor__c = 1', 'r.RespondedAt__c >= :yesterday'] },
    'r.Touchpoint__c',
  ),
  ReasonsByBand: withTotals({ join: REASONS, where: [ACCEPTED, YEAR, 'r.Rated__c = 1'] }, 'p.Reason__c', BAND),
  WeeklyHuddleReasons: withTotals({ join: REASONS, where: [ACCEPTED, 'r.RespondedAt__c >= :weeks'] }, 'p.Reason__c', WEEK),
};

const DAY = 86_400_000;

/** What the statements bind. */
export function handParameters(now: number, userId: string): Readonly<Record<string, number | string>> {
  return {
    now,
    year: now - 365 * DAY,
    quarter: now - 90 * DAY,
    weeks: now - 56 * DAY,
    month: now - 30 * DAY,
    week: now - 7 * DAY,
    yesterday: now - DAY,
    user: userId,
  };
}
