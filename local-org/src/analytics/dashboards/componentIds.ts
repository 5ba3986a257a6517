import { idFromSerial, serialOfId } from '../../storage/ids.ts';

/** Ids of a dashboard's parts: made from the dashboard's own, so that they stay over deployments as long as the parts keep their places. */

const PARTS = 1000;

/** @param place of the component among those of the dashboard, from 0 */
export function componentId(dashboardId: string, place: number): string {
  return idFromSerial('01a', serialOfId(dashboardId) * PARTS + place);
}

export function filterId(dashboardId: string, filter: number): string {
  return idFromSerial('0IB', serialOfId(dashboardId) * PARTS + filter);
}

/** Filters have at most 50 options. */
export function optionId(dashboardId: string, filter: number, option: number): string {
  return idFromSerial('0IC', serialOfId(dashboardId) * PARTS + filter * 100 + option);
}
