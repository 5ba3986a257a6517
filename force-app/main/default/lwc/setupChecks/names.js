// Generated from lwc-ts-src/setupChecks/names.ts by `npm run build:lwc`. Change the source, not this file.
import { namespacePrefix, RESPONSE_OBJECT } from 'c/pulseSchema';
/**
 * A name of the package as this org has it: with the namespace where there is one. The setup page names objects and fields so,
 * rather than by schema imports, because it must open in an org where something is missing: that is what it is there to say.
 */
export function named(name) {
    return `${namespacePrefix(RESPONSE_OBJECT)}${name}`;
}
