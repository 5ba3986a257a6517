import { z } from 'zod';
import { configSchema } from './configSchema.ts';
import { isSecret } from './schemaPlaces.ts';

/** Where a value is that the file only points to. */
const pointer = {
  oneOf: [
    {
      type: 'object',
      properties: { env: { type: 'string', description: 'Name of an environment variable.' } },
      required: ['env'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { file: { type: 'string', description: 'Path of a file that only its owner may read.' } },
      required: ['file'],
      additionalProperties: false,
    },
  ],
} as const;

/** The schema of the configuration file for editors (JSON Schema 2020-12): keys, what they mean, what they may be. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    reused: 'ref',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (isSecret(zodSchema)) Object.assign(jsonSchema, pointer);
      delete jsonSchema['filePath'];
    },
  });
  return { title: 'Customer Pulse sync service', description: 'The configuration file customer-pulse.yaml.', ...schema };
}
