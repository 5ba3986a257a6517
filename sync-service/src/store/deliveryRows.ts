import { isUtf8 } from 'node:buffer';
import type { StoredDelivery } from './ports/deliveries.ts';
import { optional, type Row } from './sql.ts';

/** The columns `asStoredDelivery` needs. */
export const storedDeliveryColumns =
  'delivery.id, source, via, delivery_id, content_type, body, encoding, received_at, traceparent, attempts';

/** A body is kept as the text it nearly always is (so that it can be read and searched), else as base64. */
export function bodyColumns(body: Uint8Array): { readonly body: string; readonly encoding: 'utf8' | 'base64' } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return isUtf8(bytes) && !bytes.includes(0)
    ? { body: bytes.toString('utf8'), encoding: 'utf8' }
    : { body: bytes.toString('base64'), encoding: 'base64' };
}

/** The bytes as they came. */
export function bodyOf(row: Row): Buffer {
  return Buffer.from(String(row['body']), row['encoding'] === 'base64' ? 'base64' : 'utf8');
}

export function asStoredDelivery(row: Row): StoredDelivery {
  return {
    id: String(row['id']),
    source: String(row['source']),
    via: row['via'] === 'pull' ? 'pull' : 'webhook',
    body: bodyOf(row),
    receivedAt: String(row['received_at']),
    attempts: Number(row['attempts']),
    ...optional('deliveryId', row['delivery_id']),
    ...optional('contentType', row['content_type']),
    ...optional('traceparent', row['traceparent']),
  };
}
