import { uiApiRequest } from '../lds/uiApiRequest.ts';

/** One list of a GraphQL answer. */
export interface Connection {
  readonly totalCount?: number;
  readonly edges?: readonly { readonly node: GraphqlNode }[];
}

/** A record of a GraphQL answer: values, and parents. */
export interface GraphqlNode {
  readonly Id: string;
  readonly [field: string]: unknown;
}

interface Waiting {
  readonly selection: string;
  readonly resolve: (connection: Connection) => void;
  readonly reject: (error: unknown) => void;
}

interface Answer {
  readonly data?: { readonly uiapi?: { readonly query?: Readonly<Record<string, Connection | null>> } } | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

/** Lists that the platform answers in one document. */
const mostInOne = 10;

let waiting: Waiting[] = [];

/**
 * Reads one list of records. Whatever asks at the same moment shares one request:
 * all related lists and the open tasks of a page come together.
 * @param selection what stands below `query`, `Case(where: ..., first: 7) { ... }`
 */
export function askTogether(selection: string): Promise<Connection> {
  return new Promise((resolve, reject) => {
    waiting.push({ selection, resolve, reject });
    if (waiting.length === 1) setTimeout(flush, 0);
  });
}

function flush(): void {
  const all = waiting;
  waiting = [];
  for (let start = 0; start < all.length; start += mostInOne) void ask(all.slice(start, start + mostInOne));
}

async function ask(parts: readonly Waiting[]): Promise<void> {
  const lists = parts.map(({ selection }, index) => `list${String(index)}: ${selection}`).join('\n');
  const body = { query: `query RelatedLists { uiapi { query {\n${lists}\n} } }`, variables: {} };
  try {
    const { data, errors = [] } = (await uiApiRequest({ method: 'POST', path: '/graphql', body }, true)) as Answer;
    // A document that is wrong anywhere gives nothing: each part then asks alone, so that one takes no other down.
    if (data?.uiapi?.query === undefined && parts.length > 1) {
      for (const part of parts) void ask([part]);
      return;
    }
    for (const [index, { resolve, reject }] of parts.entries()) {
      const connection = data?.uiapi?.query?.[`list${String(index)}`];
      if (connection !== undefined && connection !== null) resolve(connection);
      else reject({ body: { message: messageFor(`list${String(index)}`, errors) } });
    }
  } catch (error) {
    for (const { reject } of parts) reject(error);
  }
}

function messageFor(alias: string, errors: NonNullable<Answer['errors']>): string {
  return (errors.find(({ path }) => path?.includes(alias)) ?? errors[0])?.message ?? '';
}
