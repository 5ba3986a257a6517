import { filesOfType, type MetadataFile } from '../../metadata/packageSource.ts';
import { childText } from '../../metadata/xmlTree.ts';
import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { Parameters, ResourceContext, Route } from '../route.ts';
import { resourceNotFound } from '../wire/resultToJson.ts';
import { objectNamed } from './shared.ts';

/** Quick actions: global ones, those of an object, and what each is (REST API Developer Guide, "Quick Actions"). None is invoked by REST here. */
export const quickActionRoutes: readonly Route[] = [
  { pattern: 'quickActions', methods: { GET: list } },
  { pattern: 'quickActions/:action', methods: { GET: describe } },
  { pattern: 'quickActions/:action/describe', methods: { GET: describe } },
  { pattern: 'sobjects/:object/quickActions', methods: { GET: list } },
  { pattern: 'sobjects/:object/quickActions/:action', methods: { GET: describe } },
  { pattern: 'sobjects/:object/quickActions/:action/describe', methods: { GET: describe } },
];

function list(context: ResourceContext, request: ApiRequest, parameters: Parameters): ApiResponse {
  const { base, files } = actionsAt(context, request, parameters);
  return ok(files.map((file) => listed(file, base)));
}

function describe(context: ResourceContext, request: ApiRequest, parameters: Parameters): ApiResponse {
  const { base, object, files } = actionsAt(context, request, parameters);
  const wanted = (parameters['action'] ?? '').split('.').at(-1)?.toLowerCase();
  const file = files.find(({ name }) => name.split('.').at(-1)?.toLowerCase() === wanted);
  if (file === undefined) throw resourceNotFound();
  const text = (name: string): string | null => childText(file.root, name) ?? null;
  return ok({
    ...listed(file, base),
    actionEnumOrId: file.name,
    contextSobjectType: object,
    flowDevName: text('flowDefinition'),
    lightningComponentBundleName: text('lightningWebComponent'),
    targetParentField: text('targetParentField'),
    targetSobjectType: text('targetObject'),
    height: numberIn(text('height')),
    width: numberIn(text('width')),
  });
}

function actionsAt(
  { org }: ResourceContext,
  { version }: ApiRequest,
  parameters: Parameters,
): {
  readonly base: string;
  readonly object: string | null;
  readonly files: readonly MetadataFile[];
} {
  const named = parameters['object'];
  const object = named === undefined ? null : objectNamed(org, named).name;
  const files = filesOfType(org.source, 'QuickAction').filter(({ name }) => (name.includes('.') ? name.split('.')[0] : null) === object);
  const place = object === null ? '' : `/sobjects/${object}`;
  return { base: `/services/data/${version}${place}/quickActions`, object, files };
}

function listed({ name, root }: MetadataFile, base: string): object {
  const address = `${base}/${name.split('.').at(-1) ?? name}`;
  const urls = { quickAction: address, describe: `${address}/describe` };
  return { accessLevelRequired: null, label: childText(root, 'label') ?? name, name, type: childText(root, 'type') ?? null, urls };
}

function numberIn(text: string | null): number | null {
  return text === null ? null : Number(text);
}
