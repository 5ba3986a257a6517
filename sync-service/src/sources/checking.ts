import { PlatformUnavailable } from './platformHttp.ts';
import type { SourceCheck } from './source.ts';

/** Runs a check that ends with words, or with why the platform cannot be asked. */
export async function checking(check: () => Promise<string>): Promise<SourceCheck> {
  try {
    return { ok: true, words: await check() };
  } catch (thrown) {
    if (thrown instanceof PlatformUnavailable) return { ok: false, words: thrown.message };
    throw thrown;
  }
}
