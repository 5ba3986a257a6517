import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MetadataError } from '../errors.ts';
import { readPackageSource } from '../metadata/packageSource.ts';
import { buildSchema } from '../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../schema/testing/packageOf.ts';
import { formulaProblems } from './formulaProblems.ts';

const FORCE_APP = join(import.meta.dirname, '../../../force-app/main/default');

function formula(type: string, text: string): string {
  const size = type === 'Number' ? '<precision>18</precision><scale>2</scale>' : '';
  return fieldXml(type, `${size}<formula>${text}</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>`);
}

function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const source = packageOf({ 'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing'), ...files });
  try {
    buildSchema(source, { formulaProblems });
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.problems.map((problem) => `${problem.file.split('/').at(-1) ?? ''} ${problem.element ?? ''}: ${problem.message}`);
  }
  return [];
}

describe('formulas of a package', () => {
  it('are all in order in force-app and in the standard objects', async () => {
    buildSchema(await readPackageSource(FORCE_APP), { formulaProblems });
  });

  it('are refused when they do not parse, name what is not there, or have the wrong type', () => {
    const problems = problemsOf({
      'objects/Thing__c/fields/A__c.field-meta.xml': formula('Number', '1 +'),
      'objects/Thing__c/fields/B__c.field-meta.xml': formula('Number', 'Missing__c'),
      'objects/Thing__c/fields/C__c.field-meta.xml': formula('Number', 'Name'),
      'objects/Thing__c/fields/D__c.field-meta.xml': formula('Text', 'Owner:User.Nope'),
      'objects/Thing__c/validationRules/R.validationRule-meta.xml':
        '<active>true</active><errorConditionFormula>1 + 1</errorConditionFormula><errorMessage>No</errorMessage>',
    });
    assert.deepEqual(
      problems.map((problem) => problem.split(':')[0]),
      [
        'A__c.field-meta.xml formula',
        'B__c.field-meta.xml formula',
        'C__c.field-meta.xml formula',
        'D__c.field-meta.xml formula',
        'R.validationRule-meta.xml errorConditionFormula',
      ],
    );
  });

  it('may read the owner, the running user and other formulas, but not themselves', () => {
    assert.deepEqual(
      problemsOf({
        'objects/Thing__c/fields/A__c.field-meta.xml': formula('Text', 'Owner:User.Name &amp; $User.Email &amp; $Profile.Name'),
        'objects/Thing__c/fields/B__c.field-meta.xml': formula('Text', 'A__c &amp; "!"'),
      }),
      [],
    );
    assert.deepEqual(
      problemsOf({
        'objects/Thing__c/fields/A__c.field-meta.xml': formula('Text', 'B__c'),
        'objects/Thing__c/fields/B__c.field-meta.xml': formula('Text', 'A__c'),
      }),
      ['A__c.field-meta.xml formula: the formula refers to itself', 'B__c.field-meta.xml formula: the formula refers to itself'],
    );
  });

  it('are checked as default values too', () => {
    const problems = problemsOf({
      'objects/Thing__c/fields/A__c.field-meta.xml': fieldXml('Date', '<defaultValue>TODAY() + 1</defaultValue>'),
      'objects/Thing__c/fields/B__c.field-meta.xml': fieldXml('Date', '<defaultValue>"x"</defaultValue>'),
    });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^B__c\.field-meta\.xml defaultValue: /u);
  });

  it('use functions only where the platform has them', () => {
    const rule = (text: string): string =>
      `<active>true</active><errorConditionFormula>${text}</errorConditionFormula><errorMessage>No</errorMessage>`;
    const problems = problemsOf({
      'objects/Thing__c/fields/A__c.field-meta.xml': formula('Checkbox', 'ISNEW()'),
      'objects/Thing__c/fields/B__c.field-meta.xml': formula('Checkbox', 'REGEX(Name, "a+")'),
      'objects/Thing__c/fields/C__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>ISCHANGED(Name)</defaultValue>'),
      'objects/Thing__c/fields/Story__c.field-meta.xml': fieldXml('LongTextArea', '<length>1000</length><visibleLines>3</visibleLines>'),
      'objects/Thing__c/fields/D__c.field-meta.xml': formula('Checkbox', 'ISBLANK(Story__c)'),
      'objects/Thing__c/validationRules/Fine.validationRule-meta.xml': rule(
        'ISNEW() &amp;&amp; REGEX(Name, "a+") &amp;&amp; ISBLANK(Story__c) &amp;&amp; NOT(ISCLONE())',
      ),
      'objects/Thing__c/validationRules/R.validationRule-meta.xml': rule('ISBLANK(IMAGE("a", "b"))'),
    });
    assert.deepEqual(problems, [
      'A__c.field-meta.xml formula: Function ISNEW may not be used in this type of formula.',
      'B__c.field-meta.xml formula: Function REGEX may not be used in this type of formula.',
      'C__c.field-meta.xml defaultValue: Field Name does not exist. Check spelling.',
      'D__c.field-meta.xml formula: You referenced an unsupported field type called "Long Text Area" using the following field: Story__c',
      'R.validationRule-meta.xml errorConditionFormula: Function IMAGE may not be used in this type of formula.',
    ]);
  });

  it('may look up the records of a custom object in a rule', () => {
    const rule = (text: string): string =>
      `<active>true</active><errorConditionFormula>${text}</errorConditionFormula><errorMessage>No</errorMessage>`;
    const zip = '$ObjectType.Zip__c.Fields';
    const files = {
      'objects/Zip__c/Zip__c.object-meta.xml': objectXml('Zip'),
      'objects/Zip__c/fields/City__c.field-meta.xml': fieldXml('Text', '<length>80</length>'),
    };
    const problems = problemsOf({
      ...files,
      'objects/Thing__c/validationRules/Fine.validationRule-meta.xml': rule(`VLOOKUP(${zip}.City__c, ${zip}.Name, Name) &lt;&gt; "x"`),
      'objects/Thing__c/validationRules/P.validationRule-meta.xml': rule(`VLOOKUP(${zip}.City__c, ${zip}.City__c, Name) = "x"`),
      'objects/Thing__c/validationRules/Q.validationRule-meta.xml': rule(`VLOOKUP(Name, ${zip}.Name, Name) = "x"`),
      'objects/Thing__c/validationRules/R.validationRule-meta.xml': rule(`ISBLANK(${zip}.Name)`),
      'objects/Thing__c/fields/A__c.field-meta.xml': formula('Text', `VLOOKUP(${zip}.City__c, ${zip}.Name, Name)`),
    });
    assert.deepEqual(
      problems.map((problem) => problem.split('.')[0]),
      ['A__c', 'P', 'Q', 'R'],
    );
  });

  it('are refused when what they read makes them too big', () => {
    const long = `"${'x'.repeat(3000)}"`;
    const problems = problemsOf({
      'objects/Thing__c/fields/A__c.field-meta.xml': formula('Text', long),
      'objects/Thing__c/fields/B__c.field-meta.xml': formula('Text', 'A__c &amp; A__c &amp; A__c'),
      'objects/Thing__c/fields/C__c.field-meta.xml': formula('Text', 'B__c &amp; B__c'),
    });
    assert.deepEqual(problems, [
      'C__c.field-meta.xml formula: Compiled formula is too big to execute (18,005 characters). Maximum size is 15,000 characters.',
    ]);
  });
});
