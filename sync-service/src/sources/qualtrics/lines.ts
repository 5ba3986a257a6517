/** Lines of a stream of UTF-8 in batches; blank ones are left out. */
export async function* batchesOfLines(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let batch: string[] = [];
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim() !== '') batch.push(line.trim());
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  const last = (rest + decoder.decode()).trim();
  if (last !== '') batch.push(last);
  if (batch.length > 0) yield batch;
}
