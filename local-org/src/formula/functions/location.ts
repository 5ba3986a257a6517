import { FormulaError, FormulaRunError } from '../errors.ts';
import { distanceBetween, distanceUnit, isPlace } from '../runtime/geography.ts';
import { toDouble } from '../runtime/numbers.ts';
import type { TypedNode } from '../typedTree.ts';
import { read } from './build.ts';
import { checkCount, checkType, describeCall, type CallSite, type FunctionDefinition } from './definition.ts';

/**
 * GEOLOCATION(latitude, longitude): what DISTANCE takes. A location field is read as one, too.
 * As a value it tells only whether it is blank.
 */
const geolocation: FunctionDefinition = {
  name: 'GEOLOCATION',
  check(site) {
    checkCount(site, 2);
    checkType(site, 0, 'number');
    checkType(site, 1, 'number');
    return 'location';
  },
  emit(args) {
    const latitude = read('number', args[0]);
    const longitude = read('number', args[1]);
    return (values, context) => (latitude(values, context) === null || longitude(values, context) === null ? null : 1);
  },
};

/** DISTANCE(location, location, "mi" or "km"): along a great circle; blank when both coordinates of a place are. */
const distance: FunctionDefinition = {
  name: 'DISTANCE',
  check(site) {
    checkCount(site, 3);
    checkType(site, 0, 'location');
    checkType(site, 1, 'location');
    checkType(site, 2, 'text');
    const unit = site.args[2];
    if (unit?.kind === 'literal' && (typeof unit.value !== 'string' || distanceUnit(unit.value) === undefined)) {
      throw new FormulaError(`Incorrect parameter for ${describeCall(site)}. The unit must be "mi" or "km"`, unit.position);
    }
    return 'number';
  },
  expand: (site) => [...coordinates(site, 0), ...coordinates(site, 1), ...site.args.slice(2)],
  emit(args) {
    const degrees = args.slice(0, 4).map((arg) => read('number', arg));
    const unit = read('text', args[4]);
    return (values, context) => {
      const numbers = degrees.map((degree) => degree(values, context));
      const [latitude1, longitude1, latitude2, longitude2] = numbers.map((degree) => (degree === null ? Number.NaN : toDouble(degree)));
      const word = distanceUnit(unit(values, context) ?? '');
      if (word === undefined) throw new FormulaRunError('The unit of DISTANCE() must be "mi" or "km"');
      if (latitude1 === undefined || longitude1 === undefined || latitude2 === undefined || longitude2 === undefined) return null;
      if (isBlank(latitude1, longitude1) || isBlank(latitude2, longitude2)) return null;
      if (!isPlace(latitude1, longitude1) || !isPlace(latitude2, longitude2)) throw new FormulaRunError('Invalid location');
      return distanceBetween(latitude1, longitude1, latitude2, longitude2, word);
    };
  },
};

function isBlank(latitude: number, longitude: number): boolean {
  return Number.isNaN(latitude) && Number.isNaN(longitude);
}

/** The latitude and longitude behind an argument. */
function coordinates(site: CallSite, index: number): readonly TypedNode[] {
  const place = site.args[index];
  if (place?.kind === 'call' && place.definition === geolocation) return place.args;
  throw new FormulaError(`Incorrect parameter type for ${describeCall(site)}. Expected Location`, place?.position ?? site.position);
}

export const locationFunctions: readonly FunctionDefinition[] = [geolocation, distance];
