import { basename, dirname } from 'node:path';
import type { Problem } from '../problem';
import type { XmlElement, XmlFile } from '../xmlFile';
import { childrenOf, guardsOf, summaryFormulas, textOf } from './reportFile';
import { FEW } from './reportProblems';

/**
 * Components without header or footer, and those that show a share, a mean or an NPS without saying that under 30 are few.
 * @param files all files of the package: what a component shows stands in its report
 */
export function dashboardProblems(files: readonly XmlFile[]): readonly Problem[] {
  const reports = new Map(files.filter(({ root }) => root.name === 'Report').map((file) => [nameOf(file.path), file]));
  return files
    .filter(({ root }) => root.name === 'Dashboard')
    .flatMap((file) =>
      componentsOf(file.root).flatMap((component) =>
        componentProblems(component, reports.get(textOf(component, 'report'))).map((message) => ({
          file: file.path,
          line: component.line,
          message,
        })),
      ),
    );
}

function componentsOf(dashboard: XmlElement): readonly XmlElement[] {
  return childrenOf(dashboard, 'dashboardGridLayout')
    .flatMap((grid) => childrenOf(grid, 'dashboardGridComponents'))
    .flatMap((cell) => childrenOf(cell, 'dashboardComponent'));
}

function componentProblems(component: XmlElement, report: XmlFile | undefined): readonly string[] {
  const header = textOf(component, 'header');
  const footer = textOf(component, 'footer');
  const title = header === '' ? `the component over ${textOf(component, 'report')}` : header;
  const problems = [...(header === '' ? ['a component has no header'] : []), ...(footer === '' ? [`${title} has no footer`] : [])];
  if (report === undefined) return [...problems, `${title} shows a report that is not in the package`];
  const uncertain = new Set(
    summaryFormulas(report)
      .filter(({ formula }) => guardsOf(formula).length > 0)
      .map(({ name }) => name),
  );
  const shown = [
    ...childrenOf(component, 'chartSummary').map((summary) => textOf(summary, 'column')),
    ...childrenOf(component, 'flexComponentProperties')
      .flatMap((table) => childrenOf(table, 'flexTableColumn'))
      .map((column) => textOf(column, 'reportColumn')),
  ];
  const isUncertain = shown.some((column) => uncertain.has(column));
  return isUncertain && !FEW.test(footer) ? [...problems, `the footer of ${title} does not say that under 30 are few`] : problems;
}

/** `Folder/Name` of a report's path. */
function nameOf(path: string): string {
  return `${basename(dirname(path))}/${basename(path).replace(/\.report-meta\.xml$/u, '')}`;
}
