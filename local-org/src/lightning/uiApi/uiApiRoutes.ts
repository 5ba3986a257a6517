import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Org } from '../../org.ts';
import { notFound } from '../../uiApi/records/readRecords.ts';
import type { SiteMetadata } from '../pages/siteMetadata.ts';
import { layoutTypes, modes, type LayoutType, type Mode } from './layoutRepresentation.ts';
import { listRecords } from './listRecords.ts';
import { listInfo, listViewNamed, listViewsOf, viewReference } from './listViews.ts';
import { lookupRecords } from './lookups.ts';
import { cloneDefaults, createDefaults } from './recordDefaults.ts';
import { chosen, layoutsOf, recordUi } from './recordUi.ts';
import { relatedListInfo, relatedListInfos } from './relatedListInfo.ts';
import { objectNamed, uiContext, type UiContext } from './uiContext.ts';
import { MASTER_RECORD_TYPE_ID } from '../../storage/metadataRecords/recordTypeId.ts';

interface Parameters {
  readonly object?: string;
  readonly id?: string;
  readonly name?: string;
  readonly target?: string;
}

interface Asked {
  readonly context: UiContext;
  readonly parameters: Parameters;
  /** The query of a GET, the body of a POST. */
  readonly source: unknown;
  /** Path without its query. */
  readonly url: string;
}

/**
 * The part of UI API that says what pages look like: layouts, record UI, defaults of new records, list views,
 * related lists, suggestions for lookups. It reads the same metadata as the pages. Expects `request.user`.
 */
export function registerPageApiRoutes(app: FastifyInstance, org: Org, siteNow: () => SiteMetadata): void {
  const base = '/services/data/:version(^v\\d+\\.0$)/ui-api';
  const door = (method: 'GET' | 'POST', path: string, answer: (asked: Asked) => unknown): void => {
    app.route<{ Params: Parameters }>({
      method,
      url: `${base}/${path}`,
      handler: (request, reply) => reply.send(answer(asked(request, uiContext(org, siteNow(), request)))),
    });
  };
  const both = (path: string, answer: (asked: Asked) => unknown): void => {
    door('GET', path, answer);
    door('POST', path, answer);
  };

  door('GET', 'layout/:object', layout);
  door('GET', 'record-ui/:id', ({ context, parameters, source }) => recordUi(context, (parameters.id ?? '').split(','), source));
  door('GET', 'record-defaults/create/:object', (one) => createDefaults(one.context, objectOf(one), one.source));
  door('GET', 'record-defaults/clone/:id', ({ context, parameters, source }) => cloneDefaults(context, parameters.id ?? '', source));
  door('GET', 'list-info/:object', (one) => listsOfObject(one));
  door('GET', 'list-info/:object/:name', (one) => {
    const object = objectOf(one);
    return listInfo(one.context, object, listViewNamed(one.context, object, one.parameters.name ?? ''));
  });
  both('list-records/:object/:name', (one) => {
    const object = objectOf(one);
    return listRecords(one.context, object, listViewNamed(one.context, object, one.parameters.name ?? ''), one.source, one.url);
  });
  door('GET', 'related-list-info/:object', (one) => relatedListInfos(one.context, objectOf(one)));
  door('GET', 'related-list-info/:object/:name', (one) => relatedListInfo(one.context, objectOf(one), one.parameters.name ?? ''));
  for (const path of ['lookups/:object/:name', 'lookups/:object/:name/:target']) {
    both(path, ({ context, parameters: { object = '', name = '', target }, source }) =>
      lookupRecords(context, { object, field: name, target }, source),
    );
  }
}

function asked(request: FastifyRequest<{ Params: Parameters }>, context: UiContext): Asked {
  const { method, params, query, body, url } = request;
  return { context, parameters: params, source: method === 'GET' ? query : body, url: url.split('?', 1)[0] ?? '' };
}

function objectOf({ context, parameters }: Asked): ReturnType<typeof objectNamed> {
  return objectNamed(context, parameters.object ?? '');
}

function layout(one: Asked): unknown {
  const { context, source } = one;
  const [type] = chosen<LayoutType>(source, 'layoutType', layoutTypes, ['Full']);
  const [mode] = chosen<Mode>(source, 'mode', modes, ['View']);
  if (type === undefined || mode === undefined) throw notFound();
  const found = layoutsOf(context, objectOf(one), [type], [mode])[MASTER_RECORD_TYPE_ID]?.[type]?.[mode];
  if (found === undefined) throw notFound();
  return found;
}

/** UI API's List View Summary Collection. */
function listsOfObject(one: Asked): unknown {
  const object = objectOf(one);
  const lists = listViewsOf(one.context, object).map((view) => ({
    apiName: view.name,
    id: null,
    label: view.label,
    listReference: viewReference(view),
    listUiUrl: `${one.url.replace('/list-info/', '/list-ui/')}/${view.name}`,
  }));
  return { count: lists.length, currentPageToken: '0', lists, nextPageToken: null, objectApiName: object.name, previousPageToken: null };
}
