import { configJsonSchema } from '../config/jsonSchema.ts';
import { configOf, type CommandWorld, type CommonFlags } from './world.ts';

/** Says whether the configuration is usable, and from where it comes. */
export async function checkConfig(flags: CommonFlags, world: CommandWorld): Promise<number> {
  const { file, config } = configOf(flags, world);
  const words =
    file === undefined ? 'There is no configuration file; everything has its default or comes from the environment.' : `${file} is usable.`;
  world.print(flags.json === true ? JSON.stringify({ file: file ?? null, usable: true, sources: config.sources.length }, null, 2) : words);
  return 0;
}

/** Prints what is in force: defaults, file, environment and options together. Secrets say only that they are there. */
export async function showConfig(flags: CommonFlags, world: CommandWorld): Promise<number> {
  world.print(JSON.stringify(configOf(flags, world, true).config, null, 2));
  return 0;
}

/** Prints the schema of the file for editors. */
export async function printSchema(world: CommandWorld): Promise<number> {
  world.print(JSON.stringify(configJsonSchema(), null, 2));
  return 0;
}
