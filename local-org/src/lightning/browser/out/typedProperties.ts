/**
 * Attributes are texts; a component's property has the type of its default. An attribute without
 * a value (`opens-new-tab`) turns a switch on, and `false` turns it off.
 * @param component absent before it is made: what is not clear then comes once it is
 */
export function typedProperties(attributes: Readonly<Record<string, string>>, component: object | undefined): Record<string, unknown> {
  const entries = Object.entries(attributes);
  if (component === undefined)
    return Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== 'true' && value !== 'false'));
  return Object.fromEntries(entries.map(([name, value]) => [name, typed(value, Reflect.get(component, name))]));
}

function typed(value: string, now: unknown): unknown {
  if (typeof now === 'boolean') return value !== 'false';
  return typeof now === 'number' && value.trim() !== '' ? Number(value) : value;
}
