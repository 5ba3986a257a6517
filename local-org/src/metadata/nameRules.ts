/** Rules that names, labels and texts of metadata share, with what the platform says when they are broken. */

const apiName = /^[A-Za-z](?:_?[A-Za-z0-9])*$/u;

export function isApiName(name: string): boolean {
  return apiName.test(name);
}

/** Why this cannot be an API name; `what` names the thing as the message does, e.g. `Record Type Name`. */
export function apiNameProblem(what: string, name: string): string | undefined {
  if (isApiName(name)) return undefined;
  return (
    `The ${what} API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ` +
    'not include spaces, not end with an underscore, and not contain two consecutive underscores.'
  );
}

/** Why a text is too long; `field` is the platform's name of what holds it. */
export function tooLong(field: string, text: string | undefined, most: number): string | undefined {
  if (text === undefined || text.length <= most) return undefined;
  return `Value too long for field: ${field} maximum length is:${String(most)}`;
}
