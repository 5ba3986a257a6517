import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReportTypeCategory } from '../../metadata/reports/reportWords.ts';
import { sendAnswer } from '../../rest/sendAnswer.ts';
import type { RequestUser } from '../../requestUser.ts';
import { requireRunReports } from '../access.ts';
import { unavailable } from '../analyticsErrors.ts';
import { baseOf, contextOf, type AnalyticsState, type VersionParams } from '../analyticsState.ts';
import type { AnalyticsOrg } from '../analyticsOrg.ts';
import { refuseOtherMethods } from '../otherMethods.ts';
import { metadataOf } from '../metadataOf.ts';
import { describeType } from './describe.ts';

interface TypeParams extends VersionParams {
  readonly type: string;
}

/** What report builders call the categories of report types. */
const categoryLabels: Partial<Record<ReportTypeCategory, string>> = {
  accounts: 'Accounts & Contacts',
  opportunities: 'Opportunities',
  forecasts: 'Forecasts',
  cases: 'Customer Support Reports',
  leads: 'Leads',
  campaigns: 'Campaigns',
  activities: 'Activities',
  busop: 'Contracts and Orders',
  products: 'Price Books, Products and Assets',
  admin: 'Administrative Reports',
  content: 'File and Content Reports',
  individual: 'Individuals',
};
const OTHER = 'Other Reports';

/** `report-types`, which may be written `reportTypes` ("Report Types"). */
export function registerReportTypeRoutes(app: FastifyInstance, base: string, state: AnalyticsState): void {
  const list = (request: FastifyRequest<{ Params: VersionParams }>, reply: FastifyReply): FastifyReply => {
    requireRunReports(request.user);
    return sendAnswer(request, reply, { status: 200, body: typesByCategory(state.org, request.user, baseOf(request)) });
  };
  const one = (request: FastifyRequest<{ Params: TypeParams }>, reply: FastifyReply): FastifyReply => {
    requireRunReports(request.user);
    const context = contextOf(state, request);
    const type = state.org.reports.describeType(request.params.type, request.user);
    if (type === undefined) throw unavailable();
    const describeUrl = `${baseOf(request)}/reportTypes/${type.name}`;
    return sendAnswer(request, reply, {
      status: 200,
      body: { attributes: { describeUrl, type: 'ReportType' }, ...describeType(context, type) },
    });
  };
  for (const spelling of ['report-types', 'reportTypes']) {
    app.get(`${base}/${spelling}`, list);
    app.get(`${base}/${spelling}/:type`, one);
    refuseOtherMethods(app, `${base}/${spelling}`, ['GET']);
    refuseOtherMethods(app, `${base}/${spelling}/:type`, ['GET']);
  }
}

function typesByCategory(org: AnalyticsOrg, user: RequestUser, base: string): unknown {
  const types = [...metadataOf(org.source).reportTypes.values()].flatMap((type) => {
    const described = org.reports.describeType(`${type.fullName}__c`, user);
    return described === undefined ? [] : [{ category: labelOf(type.category), described, hidden: !type.deployed }];
  });
  return [...Map.groupBy(types, ({ category }) => category)].map(([label, members]) => ({
    label,
    reportTypes: members.map(({ described: { name, label: typeLabel, description }, hidden }) => ({
      describeUrl: `${base}/reportTypes/${name}`,
      ...(description === undefined ? {} : { description }),
      isHidden: hidden,
      isHistorical: false,
      label: typeLabel,
      supportsJoinedFormat: false,
      type: name,
    })),
  }));
}

function labelOf(category: ReportTypeCategory | undefined): string {
  return (category === undefined ? undefined : categoryLabels[category]) ?? OTHER;
}
