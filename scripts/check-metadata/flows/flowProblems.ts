import * as scanner from '@flow-scanner/lightning-flow-scanner-core';
import type { Problem } from '../problem';
import { isMeant } from './scannerExceptions';

/** What lightning-flow-scanner finds in the flows, each violation at its element. All of its rules count, but for the exceptions. */
export async function flowProblems(paths: readonly string[]): Promise<readonly Problem[]> {
  if (paths.length === 0) return [];
  const parsed = await scanner.parse([...paths]);
  const unread = parsed.filter((flow) => flow.errorMessage);
  const results = scanner.scan(parsed.filter((flow) => !flow.errorMessage));
  return [
    ...unread.map((flow) => ({ file: flow.uri, message: `the flow scanner could not read it: ${flow.errorMessage ?? ''}` })),
    ...results.flatMap((result) => resultProblems(result, paths)),
  ];
}

function resultProblems(result: scanner.ScanResult, paths: readonly string[]): readonly Problem[] {
  const file = paths.find((path) => path.endsWith(`${result.flow.name ?? ''}.flow-meta.xml`)) ?? 'a flow';
  return result.ruleResults.flatMap((rule) => {
    if (rule.errorMessage) return [{ file, message: `flow rule ${rule.ruleName} failed: ${rule.errorMessage}` }];
    if (isMeant(rule.ruleName, result.flow)) return [];
    return rule.details.map((found) => ({
      file,
      ...(found.lineNumber > 0 ? { line: found.lineNumber } : {}),
      message: `flow rule ${rule.ruleName}: ${found.name}. ${rule.ruleDefinition.description}`,
    }));
  });
}
