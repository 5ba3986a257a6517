import { z } from 'zod';

/** A path in a section of the configuration. The loader makes it absolute: a relative one begins at the folder of the configuration file. */
export function filePath(): z.ZodString {
  return z.string().min(1, 'must not be empty').meta({ filePath: true });
}
