import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { checkLanguage } from './checkLanguage';
import { problemsOf } from './checkText';
import { readExchange, writeExchange } from './exchange';
import { exportRows } from './exportTexts';
import { importRows } from './importTexts';
import { readState } from './state';
import { filesFor, writeFiles } from './store/files';
import { writeFingerprints } from './store/fingerprints';
import type { TranslatableText } from './text';

const ROOT = join(__dirname, '..', '..');
const BASE = 'force-app/main/default';

const packageFiles: Readonly<Record<string, string>> = {
  'labels/CustomLabels.labels-meta.xml': `<CustomLabels><labels><fullName>Pulse_Answers</fullName><categories>Card</categories>
    <shortDescription>Number; 0 answers</shortDescription><value>{0} answers</value></labels></CustomLabels>`,
  'objects/Visit__c/Visit__c.object-meta.xml': `<CustomObject><label>Visit</label><nameField><label>Visit Name</label><type>Text</type></nameField>
    <pluralLabel>Visits</pluralLabel></CustomObject>`,
  'objects/Visit__c/fields/Mood__c.field-meta.xml': `<CustomField><fullName>Mood__c</fullName><label>Mood</label><type>Picklist</type><valueSet>
    <valueSetDefinition><value><fullName>Good</fullName><label>Good &amp; well</label></value></valueSetDefinition></valueSet></CustomField>`,
  'flows/Ask.flow-meta.xml': `<Flow><label>Ask</label><processType>Flow</processType><screens><name>First</name><label>First</label>
    <fields><name>Hi</name><fieldText>&lt;p&gt;Hello {!name}&lt;/p&gt;</fieldText><fieldType>DisplayText</fieldType></fields></screens></Flow>`,
};

/** A repository with a small package in it. */
function repository(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'translations-'));
  t.after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  write(root, packageFiles);
  for (const folder of ['local-org/src/lightning/texts/en.ts', 'local-org/src/lightning/words/base/en.json']) {
    cpSync(join(ROOT, folder), join(root, folder));
  }
  return root;
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, BASE, path)), { recursive: true });
    writeFileSync(join(root, BASE, path), text);
  }
}

async function translate(root: string, language: string, texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const state = await readState(root, language);
  const rows = exportRows(state, false).flatMap((row) =>
    texts[row.key] === undefined ? [] : [{ ...row, translation: texts[row.key] ?? '' }],
  );
  const imported = importRows(state, rows);
  writeFiles(root, language, filesFor(language, state.catalog, imported.translations));
  writeFingerprints(root, language, imported.fingerprints);
  return imported.problems;
}

const text = (english: string, more: Partial<TranslatableText> = {}): TranslatableText => ({
  key: 'label.X',
  english,
  note: '',
  place: { kind: 'json', file: 'x.json', name: 'X' },
  ...more,
});

describe('the exchange file', () => {
  it('gives back every text that was written into it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ø', '\t', '\n', '\\', 'n', 't', '"', ' ', '|', '日') });
    const row = fc.record({
      key: fc.string({ minLength: 1, unit: fc.constantFrom('a', '.', '_') }),
      english: cell,
      translation: cell,
      note: cell,
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        assert.deepEqual(
          readExchange(writeExchange(rows)),
          rows.map((one) => ({ ...one })),
        );
      }),
    );
  });

  it('given a file without its header, it says so', () => {
    assert.throws(() => readExchange('label.X\tYes\tJa\t'), /line 1 must be the header/u);
  });
});

describe('the check of a translation', () => {
  const cases: readonly (readonly [what: string, text: TranslatableText, translation: string, problem: RegExp | undefined])[] = [
    ['a good one', text('{0} of {1}'), '{1} / {0}', undefined],
    ['a lost placeholder', text('{0} of {1}'), '{0}', /lacks the placeholder \{1\}/u],
    ['a merge field of its own', text('Hello'), 'Hej {!name}', /has a merge field that English has not/u],
    ['a tag that is not closed', text('<p>Hello</p>'), '<p>Hej', /lacks the tag <\/p>/u],
    ['a text that is too long', text('Hello', { longest: 5 }), 'Goddag', /6 characters long; 5 fit/u],
    ['another word than those that are possible', text('(gender)', { words: ['Neuter'] }), 'Common', /must be Neuter/u],
    ['a space that English has not', text('Hello'), 'Hej ', /white space/u],
  ];
  for (const [what, item, translation, problem] of cases) {
    it(`given ${what}, ${problem === undefined ? 'finds nothing' : 'says so'}`, () => {
      const problems = problemsOf(item, translation);
      if (problem === undefined) assert.deepEqual(problems, []);
      else assert.match(problems.join('\n'), problem);
    });
  }
});

describe('import', () => {
  it("writes the platform's files, and check finds them in order", async (t) => {
    const root = repository(t);
    const state = await readState(root, 'da');
    const all = Object.fromEntries(
      state.catalog.texts.map(({ key, english, words }) => [key, words?.[0] ?? english.replaceAll(/(?<=[a-z])o/gu, 'ø')]),
    );
    assert.deepEqual(await translate(root, 'da', all), []);
    const report = checkLanguage(root, await readState(root, 'da'));
    assert.deepEqual([report.missing, report.stale, report.wrong, report.unused], [[], [], [], []]);
    const field = readFileSync(join(root, BASE, 'objectTranslations/Visit__c-da/Mood__c.fieldTranslation-meta.xml'), 'utf8');
    assert.match(field, /<masterLabel>Good &amp; well<\/masterLabel>/u);
    const object = readFileSync(join(root, BASE, 'objectTranslations/Visit__c-da/Visit__c-da.objectTranslation-meta.xml'), 'utf8');
    assert.equal(object.match(/<caseValues>/gu)?.length, 6, 'three articles, one and several');
    const language = readFileSync(join(root, BASE, 'translations/da.translation-meta.xml'), 'utf8');
    assert.match(language, /<fieldText>&lt;p&gt;Helløo? \{!name\}|<fieldText>&lt;p&gt;Hell/u);
  });

  it('keeps what is there when a part comes, and refuses only the row that is wrong', async (t) => {
    const root = repository(t);
    await translate(root, 'fr', { 'label.Pulse_Answers': '{0} réponses' });
    const problems = await translate(root, 'fr', {
      'object.Visit__c.field.Mood__c': 'Humeur',
      'flow.Ask.screen.First.field.Hi.text': 'Bonjour',
    });
    assert.equal(problems.length, 3, problems.join('\n'));
    const { translations } = await readState(root, 'fr');
    assert.deepEqual([...translations].sort(), [
      ['label.Pulse_Answers', '{0} réponses'],
      ['object.Visit__c.field.Mood__c', 'Humeur'],
    ]);
  });

  it('writes the file of an object beside those of its fields, or the CLI refuses them', async (t) => {
    const root = repository(t);
    await translate(root, 'de', { 'object.Visit__c.field.Mood__c': 'Stimmung' });
    assert.match(
      readFileSync(join(root, BASE, 'objectTranslations/Visit__c-de/Visit__c-de.objectTranslation-meta.xml'), 'utf8'),
      /CustomObjectTranslation/u,
    );
  });

  it('asks each language for the forms that its nouns have', async (t) => {
    const root = repository(t);
    const forms = async (language: string): Promise<readonly string[]> =>
      (await readState(root, language)).catalog.texts.flatMap(
        ({ key }) => /^object\.Visit__c\.((?:singular|plural).*|gender)$/u.exec(key)?.[1] ?? [],
      );
    assert.deepEqual(await forms('ja'), ['singular']);
    assert.deepEqual(await forms('pt_BR'), ['singular', 'plural', 'gender']);
    assert.deepEqual(await forms('sv'), ['singular', 'plural', 'singular.definite', 'plural.definite', 'gender']);
    await assert.rejects(readState(root, 'tlh'), /there is no language tlh/u);
  });
});

describe('check', () => {
  it('tells what was translated from an English text that has changed since', async (t) => {
    const root = repository(t);
    await translate(root, 'it', { 'label.Pulse_Answers': '{0} risposte' });
    const labels = packageFiles['labels/CustomLabels.labels-meta.xml'] ?? '';
    write(root, { 'labels/CustomLabels.labels-meta.xml': labels.replace('{0} answers', '{0} answers so far') });
    const state = await readState(root, 'it');
    assert.deepEqual(checkLanguage(root, state).stale, ['label.Pulse_Answers: English is now: {0} answers so far']);
    assert.match(exportRows(state, true).find(({ key }) => key === 'label.Pulse_Answers')?.note ?? '', /^CHANGED/u);
  });

  it('tells what is translated and no longer there, and what is missing', async (t) => {
    const root = repository(t);
    await translate(root, 'es', { 'label.Pulse_Answers': '{0} respuestas', 'object.Visit__c.name': 'Nombre' });
    write(root, { 'labels/CustomLabels.labels-meta.xml': '<CustomLabels/>' });
    const report = checkLanguage(root, await readState(root, 'es'));
    assert.match(report.unused.join('\n'), /es\.translation-meta\.xml: nothing in it belongs/u);
    assert.ok(report.missing.includes('object.Visit__c.singular'));
  });
});
