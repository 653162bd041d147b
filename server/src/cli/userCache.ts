import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { IndexCache } from '../lsp/indexCache.js';
import { buildId } from './packageFiles.js';

/** The cache of this user: below `XDG_CACHE_HOME`, or else `~/.cache`. */
export function userCache(): IndexCache {
  const given = process.env['XDG_CACHE_HOME'] ?? '';
  const base = isAbsolute(given) ? given : join(homedir(), '.cache');
  return new IndexCache(join(base, 'policy-facts'), buildId());
}
