import type { CliAnswer } from '../salesforceCli';

/** What the CLI's JSON says of one component that could not be deployed. */
interface ComponentFailure {
  readonly fileName?: string;
  readonly fullName?: string;
  readonly lineNumber?: number | string;
  readonly problem?: string;
}

/** One line for each component that an org refused: file, line, reason. The CLI's own message when it names none. */
export function deployFailures(answer: CliAnswer): readonly string[] {
  const details = member(answer.result, 'details');
  const failures = member(details, 'componentFailures');
  const lines = (Array.isArray(failures) ? (failures as ComponentFailure[]) : []).map(({ fileName, fullName, lineNumber, problem }) => {
    const place = fileName ?? fullName ?? 'the package';
    return `${place}${lineNumber === undefined ? '' : `:${String(lineNumber)}`}: ${problem ?? 'refused without a reason'}`;
  });
  return lines.length > 0 ? lines : [answer.message ?? 'The deployment failed without a reason.'];
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
