import type { MetadataFile, PackageSource } from '../metadata/packageSource.ts';
import type { XmlElement } from '../metadata/xmlTree.ts';
import { placeOf } from './componentTypes.ts';
import type { Component } from './types.ts';

/** Components as the readers of metadata see them: files in source format, sorted by path. */
export function sourceOf(components: Iterable<Component>): PackageSource {
  const files: MetadataFile[] = [];
  const contents = new Map<string, Uint8Array>();
  for (const component of components) {
    const file = fileOf(component);
    if (file !== undefined) files.push(file);
    for (const { path, content } of component.files) contents.set(path, content);
  }
  files.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
  return { folder: '', files, contents };
}

const known = new WeakMap<Component, MetadataFile>();

/** The file of one component; the same object each time, so that readers may remember what they made of it. */
function fileOf(component: Component): MetadataFile | undefined {
  if (component.root === undefined) return undefined;
  const cached = known.get(component);
  if (cached !== undefined) return cached;
  const { path, name, object } = placeOf(component.type, component.fullName);
  const file = { path, ...typeAndRoot(component, component.root), name, ...(object === undefined ? {} : { object }) };
  known.set(component, file);
  return file;
}

/** A label is a file of labels with one in it: that is what its readers read. */
function typeAndRoot({ type }: Component, root: XmlElement): { readonly type: string; readonly root: XmlElement } {
  if (type !== 'CustomLabel') return { type, root: root.name === type ? root : { ...root, name: type } };
  const label = { ...root, name: 'labels' };
  return { type: 'CustomLabels', root: { name: 'CustomLabels', line: root.line, attributes: {}, children: [label], text: '' } };
}
