import { dirname } from 'node:path';
import ts from 'typescript';

/** Type-checks a project with its tests; returns one line for each problem: file, place, message. */
export function typeCheck(configPath: string): string[] {
  const config = ts.readConfigFile(configPath, (file) => ts.sys.readFile(file));
  if (config.error) return [describe(config.error)];
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(configPath));
  const program = ts.createProgram(parsed.fileNames, parsed.options);
  return [...parsed.errors, ...ts.getPreEmitDiagnostics(program)].map(describe);
}

function describe(diagnostic: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n  ');
  if (!diagnostic.file || diagnostic.start === undefined) return message;
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `${diagnostic.file.fileName}:${line + 1}:${character + 1} ${message}`;
}
