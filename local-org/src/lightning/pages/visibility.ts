import type { ComponentVisibility } from '../../metadata/flexiPageVisibility.ts';
import type { VisibilityLine, VisibilityModel } from './pageSettings.ts';

/** What conditions of a page may ask about whoever looks. */
export interface ViewerFacts {
  /** A field of their user record, as text. */
  readonly userField: (name: string) => string;
  /** Whether they have the custom permission. */
  readonly customPermission: (name: string) => boolean;
  /** Whether they have the permission of the system. */
  readonly systemPermission: (name: string) => boolean;
}

const nobody: ViewerFacts = { userField: () => '', customPermission: () => false, systemPermission: () => false };

/** A component's condition with all that the server knows filled in; the record and the screen are the page's to ask. */
export function visibilityModel({ lines, logic }: ComponentVisibility, facts: ViewerFacts = nobody): VisibilityModel {
  return {
    lines: lines.map(({ left, operator, right }): VisibilityLine => ({ left: leftOf(left, facts), operator, right })),
    ...(logic === undefined ? {} : { logic }),
  };
}

function leftOf(left: string, facts: ViewerFacts): VisibilityLine['left'] {
  const [area = '', ...path] = left.split('.');
  const name = path.at(-1) ?? '';
  switch (area) {
    case 'Record':
      return { field: path.join('.') };
    case '$Client':
      return { formFactor: true };
    case '$User':
      return { value: facts.userField(path.join('.')) };
    default: {
      const has = path[0] === 'CustomPermission' ? facts.customPermission(name) : facts.systemPermission(name);
      return { value: String(has) };
    }
  }
}
