/** Addresses of a report's resources, as answers carry them. */
export interface ReportAddresses {
  readonly url: string;
  readonly describeUrl: string;
  readonly instancesUrl: string;
}

/**
 * @param base `/services/data/v66.0/analytics`
 * @param id null for a report that is stored nowhere: the platform writes `null` into its addresses
 */
export function reportAddresses(base: string, id: string | null): ReportAddresses {
  const url = `${base}/reports/${String(id)}`;
  return { url, describeUrl: `${url}/describe`, instancesUrl: `${url}/instances` };
}

/** `attributes` of a report's answers. */
export function reportAttributes(base: string, { id, name }: { readonly id: string | null; readonly name: string }): unknown {
  const { describeUrl, instancesUrl } = reportAddresses(base, id);
  return { describeUrl, instancesUrl, reportId: id, reportName: name, type: 'Report' };
}
