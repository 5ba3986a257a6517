import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadataPath, placeOfFile } from './filePlaces.ts';
import { childType, isMetadataType, metadataType } from './metadataTypes.ts';

function place(path: string): readonly (string | undefined)[] | undefined {
  const found = placeOfFile(path);
  return found === undefined ? undefined : [found.type.name, found.fullName, found.role];
}

describe('the place of a file in a package', () => {
  const places: Readonly<Record<string, readonly string[]>> = {
    'objects/Account.object': ['CustomObject', 'Account', 'metadata'],
    'classes/A.cls': ['ApexClass', 'A', 'content'],
    'classes/A.cls-meta.xml': ['ApexClass', 'A', 'metadata'],
    'lwc/a/a.js': ['LightningComponentBundle', 'a', 'content'],
    'lwc/a/a.js-meta.xml': ['LightningComponentBundle', 'a', 'metadata'],
    'lwc/a/sub/b.js': ['LightningComponentBundle', 'a', 'content'],
    'staticresources/R.resource': ['StaticResource', 'R', 'content'],
    'reports/F-meta.xml': ['ReportFolder', 'F', 'metadata'],
    'reports/F/G-meta.xml': ['ReportFolder', 'F/G', 'metadata'],
    'reports/F/R.report': ['Report', 'F/R', 'metadata'],
    'documents/F/a.b.png': ['Document', 'F/a.b.png', 'content'],
    'documents/F/a.b.png-meta.xml': ['Document', 'F/a.b.png', 'metadata'],
    'documents/F-meta.xml': ['DocumentFolder', 'F', 'metadata'],
    'email/F/T.email': ['EmailTemplate', 'F/T', 'content'],
    'layouts/Account-Account %28A%29 Layout.layout': ['Layout', 'Account-Account %28A%29 Layout', 'metadata'],
    'customMetadata/Type.Record.md': ['CustomMetadata', 'Type.Record', 'metadata'],
    'settings/Account.settings': ['Settings', 'Account', 'metadata'],
    'territory2Models/M/M.territory2Model': ['Territory2Model', 'M', 'metadata'],
    'territory2Models/M/rules/R.territory2Rule': ['Territory2Rule', 'M.R', 'metadata'],
    'experiences/S.site-meta.xml': ['ExperienceBundle', 'S', 'metadata'],
    'experiences/S/config/a.json': ['ExperienceBundle', 'S', 'content'],
    'digitalExperiences/site/X/view/content.json': ['DigitalExperienceBundle', 'site/X', 'content'],
    'wave/x.wdf': ['WaveDataflow', 'x', 'content'],
  };
  for (const [path, expected] of Object.entries(places)) {
    it(`given ${path}, then it is ${expected.join(' ')}`, () => assert.deepEqual(place(path), expected));
  }

  for (const path of ['package.xml', 'lwc/jsconfig.json', 'nothing/a.b', 'classes/', 'classes/A.txt', '.DS_Store']) {
    it(`given ${path}, then no metadata type has files there`, () => assert.equal(place(path), undefined));
  }

  it('given a component with metadata of its own, when its path is made, then the path leads back to it', () => {
    for (const path of Object.keys(places)) {
      const found = placeOfFile(path);
      if (found?.role !== 'metadata' || found.type.shape === 'bundle') continue;
      assert.equal(metadataPath(found.type, found.fullName), path);
    }
  });
});

describe('the metadata types', () => {
  it('given a type, then its folder, its parts and whether the platform has it are known', () => {
    assert.equal(metadataType('Report')?.folderType, 'ReportFolder');
    assert.equal(metadataType('ReportFolder')?.contentType, 'Report');
    assert.deepEqual(childType('WorkflowAlert'), { name: 'WorkflowAlert', element: 'alerts', parent: 'Workflow', namedByParent: true });
    assert.equal(childType('CustomLabel')?.namedByParent, false);
    assert.ok(isMetadataType('CustomField'));
    assert.ok(!isMetadataType('customfield'));
    assert.ok(!isMetadataType('constructor'));
  });
});
