import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MetadataError, type MetadataProblem } from '../../errors.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { loadFlows } from '../loadFlows.ts';
import { packageWith, to } from '../testing/flowXml.ts';
import { choiceField, displayText, screen, screenFlowXml } from '../testing/screenXml.ts';

describe('screen flows that are deployed', () => {
  const load = (flows: Readonly<Record<string, string>>): { active: readonly string[]; warnings: readonly MetadataProblem[] } => {
    const source = packageWith(flows);
    const warnings: MetadataProblem[] = [];
    const { active } = loadFlows(source, buildSchema(source), (problem) => warnings.push(problem));
    return { active: active.map((flow) => flow.name), warnings };
  };

  it('given a part that is not run here, then the flow is stored, and the warning names the part', () => {
    const lookup = `<fields><name>Find</name><extensionName>flowruntime:lookup</extensionName><fieldType>ComponentInstance</fieldType></fields>`;
    const { active, warnings } = load({ Ask: screenFlowXml(screen('First', lookup)) });
    assert.deepEqual(active, []);
    assert.match(warnings[0]?.message ?? '', /screens First is not run here \(the screen component flowruntime:lookup is not run/u);
  });

  it('given a mistake, then it is refused', () => {
    assert.throws(() => load({ Ask: screenFlowXml(screen('First', displayText('Out', '{!nothing}'))) }), MetadataError);
    assert.throws(() => load({ Ask: screenFlowXml(screen('First', choiceField('C', 'RadioButtons', ['None_Such']))) }), MetadataError);
  });

  it('given an autolaunched flow that calls a screen flow, then it is refused', () => {
    const caller = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><label>X</label><processType>AutoLaunchedFlow</processType>
      <subflows><name>First</name><flowName>Ask</flowName></subflows><start>${to('First')}</start><status>Active</status></Flow>`;
    assert.throws(
      () => load({ Ask: screenFlowXml(screen('First', displayText('Out', 'x'))), Caller: caller }),
      /only a screen flow can call it/u,
    );
  });
});
