import { ok, type ApiRequest, type ApiResponse } from '../apiMessages.ts';
import type { Parameters, ResourceContext, Route } from '../route.ts';
import { notRun } from '../wire/resultToJson.ts';
import { objectNamed } from './shared.ts';

/**
 * What clients ask for beside records. An org without list views
 * that can be run, or recently viewed records says so; layouts are not run.
 */
export const objectPartRoutes: readonly Route[] = [
  { pattern: 'recent', methods: { GET: () => ok([]) } },
  { pattern: 'sobjects/:object/describe/approvalLayouts', methods: { GET: forObject(() => ({ approvalLayouts: [] })) } },
  {
    pattern: 'sobjects/:object/listviews',
    methods: { GET: forObject((name) => ({ done: true, listviews: [], nextRecordsUrl: null, size: 0, sobjectType: name })) },
  },
  { pattern: 'sobjects/:object/describe/layouts', methods: { GET: refused('Layouts') } },
  { pattern: 'sobjects/:object/describe/layouts/:recordType', methods: { GET: refused('Layouts') } },
  { pattern: 'sobjects/:object/describe/namedLayouts/:name', methods: { GET: refused('Layouts') } },
  { pattern: 'sobjects/:object/describe/compactLayouts', methods: { GET: refused('Compact layouts') } },
  { pattern: 'compactLayouts', methods: { GET: refused('Compact layouts') } },
  { pattern: 'tabs', methods: { GET: refused('The list of tabs') } },
  { pattern: 'theme', methods: { GET: refused('The theme') } },
  { pattern: 'appMenu/:kind', methods: { GET: refused('The app menu') } },
  { pattern: 'process/rules', methods: { GET: () => ok({ rules: {} }) } },
  { pattern: 'process/approvals', methods: { GET: () => ok({ approvals: {} }) } },
];

type Handler = (context: ResourceContext, request: ApiRequest, parameters: Parameters) => ApiResponse;

function forObject(answer: (name: string) => unknown): Handler {
  return ({ org }, _request, { object = '' }) => ok(answer(objectNamed(org, object).name));
}

function refused(what: string): Handler {
  return () => {
    throw notRun(what);
  };
}
