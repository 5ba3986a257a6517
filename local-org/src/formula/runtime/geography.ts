/** Mean radius of the earth, by which the haversine formula gives great-circle distances. */
const RADIUS_KM = 6371.0088;
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
  const kilometres = 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  return unit === 'km' ? kilometres : kilometres / KM_PER_MILE;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
