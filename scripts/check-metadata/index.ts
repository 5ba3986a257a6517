import { checkMetadata } from './checkMetadata';
import { formatProblem } from './problem';

async function main(): Promise<void> {
  const { files, problems } = await checkMetadata('force-app');
  for (const problem of problems) console.error(formatProblem(problem));
  console.log(
    problems.length === 0
      ? `${String(files)} metadata files are in order.`
      : `${String(problems.length)} problems in ${String(files)} metadata files.`,
  );
  process.exitCode = problems.length === 0 && files > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
