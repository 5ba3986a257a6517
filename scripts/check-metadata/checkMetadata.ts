import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionSetProblems } from './access/permissionSetProblems';
import { textProblems } from './descriptions/textProblems';
import { faultPathProblems } from './flows/faultPathProblems';
import { flowProblems } from './flows/flowProblems';
import { nameProblems } from './nameProblems';
import type { Problem } from './problem';
import { dashboardProblems } from './reports/dashboardProblems';
import { reportProblems } from './reports/reportProblems';
import { readDeclaredTypes } from './schema/declaredTypes';
import { schemaProblems } from './schema/schemaProblems';
import { parseXml, type XmlFile } from './xmlFile';

/** What a check found in how many files. */
export interface CheckResult {
  readonly files: number;
  readonly problems: readonly Problem[];
}

/**
 * Checks every metadata file below a folder: well-formed, fits the types that Salesforce declares, named as it is stored,
 * described for people, its reports to be trusted, and its flows free of known bad practice. References between files are checked by local-org when it loads them.
 */
export async function checkMetadata(folder: string): Promise<CheckResult> {
  const paths = metadataPaths(folder);
  const types = readDeclaredTypes();
  const problems: Problem[] = [];
  const wellFormed: XmlFile[] = [];
  for (const path of paths) {
    const file = parseXml(path, readFileSync(path, 'utf8'));
    if ('root' in file) wellFormed.push(file);
    else problems.push(file);
  }
  for (const file of wellFormed) {
    problems.push(
      ...schemaProblems(file, types),
      ...nameProblems(file),
      ...textProblems(file),
      ...faultPathProblems(file),
      ...reportProblems(file),
    );
  }
  problems.push(...permissionSetProblems(wellFormed), ...dashboardProblems(wellFormed));
  const flows = wellFormed.filter((file) => file.root.name === 'Flow').map((file) => file.path);
  problems.push(...(await flowProblems(flows)));
  return { files: paths.length, problems };
}

function metadataPaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-meta.xml'))
    .sort()
    .map((name) => join(folder, name));
}
