import { ensureChromium } from '../chromium';
import { runStep, type StepResult } from './runStep';
import { STEPS } from './steps';

/** Runs every step, the failed ones included in what follows, and ends with the sum. Words given pick steps by name. */
async function main(words: readonly string[]): Promise<void> {
  const steps = STEPS.filter((step) => words.length === 0 || words.some((word) => step.name.includes(word)));
  if (steps.length === 0) throw new Error(`No step is called like that. There are: ${STEPS.map((step) => step.name).join('; ')}.`);
  const env = { ...process.env };
  if (steps.some((step) => step.needsChromium)) env['CHROMIUM_PATH'] = ensureChromium(console.log);

  const results: StepResult[] = [];
  for (const step of steps) {
    console.log(`\n=== ${step.name}`);
    results.push(await runStep(step, env));
  }
  printSum(results);
}

function printSum(results: readonly StepResult[]): void {
  console.log('\n=== all steps');
  for (const result of results) {
    const verdict = result.failed === 0 ? 'ok    ' : 'FAILED';
    console.log(
      `${verdict} ${result.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped (${result.seconds.toFixed(1)} s)`,
    );
    // Said again here, where a long log ends.
    for (const failure of result.failures) console.log(`       ${failure}`);
  }
  const sum = (figure: (result: StepResult) => number): number => results.reduce((total, result) => total + figure(result), 0);
  const failed = sum((result) => result.failed);
  console.log(`\n${sum((result) => result.passed)} passed, ${failed} failed, ${sum((result) => result.skipped)} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
