/** The earth's radius by which Salesforce's conformance data computes great-circle distances. */
const RADIUS_MILES = 3958.761;
const KM_PER_MILE = 1.609344;

/** Units in which distances are told. */
export type DistanceUnit = 'mi' | 'km';

/** A unit as written (`'MI'`); undefined for another word. */
export function distanceUnit(text: string): DistanceUnit | undefined {
  const unit = text.trim().toLowerCase();
  return unit === 'mi' || unit === 'km' ? unit : undefined;
}

/** The great-circle distance between two points, in degrees north and east. */
export function distanceBetween(latitude1: number, longitude1: number, latitude2: number, longitude2: number, unit: DistanceUnit): number {
  const north = radians(latitude2 - latitude1);
  const east = radians(longitude2 - longitude1);
  const chord = Math.sin(north / 2) ** 2 + Math.cos(radians(latitude1)) * Math.cos(radians(latitude2)) * Math.sin(east / 2) ** 2;
  const miles = 2 * RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
  return unit === 'km' ? miles * KM_PER_MILE : miles;
}

/** Whether these are degrees north and east of a place on earth. */
export function isPlace(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
