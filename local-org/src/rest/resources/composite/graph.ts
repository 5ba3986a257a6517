import { SalesforceError } from '../../../errors.ts';
import { isJsonObject, ok, type ApiRequest, type ApiResponse } from '../../apiMessages.ts';
import type { ApiTarget } from '../../apiTarget.ts';
import type { ResourceContext, Route } from '../../route.ts';
import { referencesIn } from '../../wire/references.ts';
import { jsonBody, parserError } from '../shared.ts';
import { isFailure, outcomeToJson, readSubrequests, rolledBack, runSubrequest, type Outcome, type Subrequest } from './subrequest.ts';

/** Limits of the REST API Developer Guide, "Composite Graph Limits". */
const mostGraphs = 75;
const mostNodes = 500;
const deepestGraph = 15;
const mostTypes = 15;

/** `/composite/graph`: groups of calls that depend on each other, each group all or none. */
export const graphRoutes: readonly Route[] = [
  { pattern: 'composite/graph', methods: { POST: (context, request) => graphs(context, request) } },
];

interface Graph {
  readonly graphId: string;
  /** As the request has them. */
  readonly nodes: readonly Subrequest[];
  /** Each behind those that it refers to. */
  readonly ordered: readonly Subrequest[];
}

class Undo extends Error {}

function graphs(context: ResourceContext, request: ApiRequest): ApiResponse {
  const { graphs: json } = jsonBody(request);
  if (!Array.isArray(json)) throw parserError("The composite graph request needs an array 'graphs'");
  if (json.length > mostGraphs) throw tooMany('graphs', json.length, mostGraphs);
  const read = json.map(readGraph);
  const nodes = read.reduce((sum, graph) => sum + graph.nodes.length, 0);
  if (nodes > mostNodes) throw tooMany('nodes', nodes, mostNodes);
  const names = read.map(({ graphId }) => graphId);
  const repeated = names.find((name, place) => names.indexOf(name) !== place);
  if (repeated !== undefined) throw new SalesforceError('INVALID_INPUT', `Duplicate graphId '${repeated}' in the composite graph request`);
  return ok({ graphs: read.map((graph) => runGraph(context, request, graph)) });
}

function tooMany(what: string, count: number, most: number): SalesforceError {
  return new SalesforceError('LIMIT_EXCEEDED', `The composite graph request has ${count} ${what}. The maximum is ${most}.`);
}

function readGraph(json: unknown): Graph {
  if (!isJsonObject(json) || typeof json['graphId'] !== 'string') throw parserError("Each graph needs a text 'graphId'");
  const { graphId } = json;
  if (!/^[A-Za-z0-9]\w*$/u.test(graphId)) {
    throw new SalesforceError(
      'INVALID_INPUT',
      `Invalid graphId '${graphId}': letters, digits and underscores, starting with a letter or digit`,
    );
  }
  const nodes = readSubrequests(json['compositeRequest'], `The graph ${graphId}`);
  const types = new Set(nodes.map(({ url }) => /\/sobjects\/([^/?]+)/iu.exec(url)?.[1]?.toLowerCase()));
  if (types.size > mostTypes) throw tooMany('different objects in a graph', types.size, mostTypes);
  return { graphId, nodes, ordered: inOrder(graphId, nodes) };
}

/** Nodes behind those that they refer to, else as they were given. */
function inOrder(graphId: string, nodes: readonly Subrequest[]): Subrequest[] {
  const names = new Set(nodes.map(({ referenceId }) => referenceId));
  const depths = new Map<string, number>();
  const ordered: Subrequest[] = [];
  let waiting = nodes.map((node) => ({ node, needs: neededBy(node).filter((name) => names.has(name)) }));
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => depths.has(name)));
    if (ready.length === 0) throw new SalesforceError('INVALID_INPUT', `The references of the graph ${graphId} run in a circle`);
    for (const { node, needs } of ready) {
      depths.set(node.referenceId, 1 + Math.max(0, ...needs.map((name) => depths.get(name) ?? 0)));
      ordered.push(node);
    }
    waiting = waiting.filter(({ node }) => !depths.has(node.referenceId));
  }
  const deepest = Math.max(0, ...depths.values());
  if (deepest > deepestGraph) throw tooMany('levels in a graph', deepest, deepestGraph);
  return ordered;
}

function neededBy({ url, body }: Subrequest): string[] {
  return [...referencesIn(url), ...referencesIn(body)];
}

function runGraph(context: ResourceContext, request: ApiRequest, { graphId, nodes, ordered }: Graph): Record<string, unknown> {
  const answers = new Map<string, ApiResponse>();
  const done = new Map<string, Outcome>();
  let outcomes: readonly Outcome[];
  let isSuccessful = true;
  try {
    context.org.database.transaction(() => {
      for (const node of ordered) {
        const outcome = runSubrequest(context, request, node, answers, whyNotInGraph);
        done.set(node.referenceId, outcome);
        answers.set(node.referenceId, outcome.response);
        if (isFailure(outcome)) throw new Undo();
      }
    });
    outcomes = nodes.flatMap(({ referenceId }) => done.get(referenceId) ?? []);
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    isSuccessful = false;
    outcomes = rolledBack(nodes, done);
  }
  return { graphId, graphResponse: { compositeResponse: outcomes.map(outcomeToJson) }, isSuccessful };
}

const graphMethods = new Set(['POST', 'PATCH', 'DELETE', 'GET']);

/** A graph is made of records: `/sobjects/X`, `/sobjects/X/id`, `/sobjects/X/field/value`. */
function whyNotInGraph({ path }: ApiTarget, method: string): string | undefined {
  const parts = path.filter((part) => part !== '');
  const isRecord = parts[0]?.toLowerCase() === 'sobjects' && parts.length >= 2 && parts.length <= 4;
  return isRecord && graphMethods.has(method) ? undefined : `${method} ${parts.join('/')} cannot be used in a composite graph request`;
}
