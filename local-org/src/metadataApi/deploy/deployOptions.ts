import { z } from 'zod';
import { SalesforceError } from '../../errors.ts';
import { children, type XmlElement } from '../../metadata/xmlTree.ts';

/** Metadata API Developer Guide, "DeployOptions". */
export interface DeployOptions {
  readonly allowMissingFiles: boolean;
  readonly autoUpdatePackage: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly performRetrieve: boolean;
  readonly purgeOnDelete: boolean;
  readonly rollbackOnError: boolean;
  readonly runAllTests: boolean;
  readonly runTests: readonly string[];
  readonly singlePackage: boolean;
  readonly testLevel?: TestLevel;
}

const testLevels = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'] as const;
export type TestLevel = (typeof testLevels)[number];

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).default(false);

const shape = z.object({
  allowMissingFiles: flag,
  autoUpdatePackage: flag,
  checkOnly: flag,
  ignoreWarnings: flag,
  performRetrieve: flag,
  purgeOnDelete: flag,
  rollbackOnError: flag,
  runAllTests: flag,
  runTests: z
    .array(z.string())
    .nullish()
    .transform((tests) => tests ?? []),
  singlePackage: flag,
  testLevel: z.string().nullish(),
});

/**
 * Options as the REST API has them, in JSON.
 * @throws SalesforceError JSON_PARSER_ERROR for a value of the wrong kind, INVALID_ENUM_VALUE
 */
export function deployOptionsFromJson(json: unknown): DeployOptions {
  const read = shape.safeParse(json ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new SalesforceError('JSON_PARSER_ERROR', `deployOptions.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
  }
  const { testLevel, ...rest } = read.data;
  return testLevel === undefined || testLevel === null ? rest : { ...rest, testLevel: readTestLevel(testLevel) };
}

/** Options as the SOAP API has them, in XML. */
export function deployOptionsFromXml(element: XmlElement | undefined): DeployOptions {
  const values: Record<string, unknown> = {};
  for (const { name, text } of element?.children ?? []) values[name] = text.trim();
  const tests = element === undefined ? [] : children(element, 'runTests').map(({ text }) => text.trim());
  return deployOptionsFromJson({ ...values, runTests: tests });
}

function readTestLevel(value: string): TestLevel {
  const level = testLevels.find((candidate) => candidate === value);
  if (level === undefined) throw new SalesforceError('INVALID_ENUM_VALUE', `'${value}' is not a valid value for the enum 'TestLevel'`);
  return level;
}

/** Whether tests are asked for. There are none to run: Apex is stored only. */
export function runsTests({ testLevel, runAllTests, runTests }: DeployOptions): boolean {
  return runAllTests || runTests.length > 0 || (testLevel !== undefined && testLevel !== 'NoTestRun');
}
