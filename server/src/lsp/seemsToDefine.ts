import { URI } from 'vscode-uri';
import { asciiOf, lookAtPlain } from './plainFile.js';
import type { Settings } from './settings.js';

/** The letters and marks that the key of a section can begin with. */
const openers: ReadonlySet<number> = new Set(Array.from('oped"\'', (one) => one.charCodeAt(0)));
const section = /["']?(?:organisations|people|places|documents|properties|events)["']?[ \t]*:/y;

/**
 * Whether a sidecar on disk seems to define something; one that is too large to be read does not. Only
 * the order of reading depends on it.
 */
export function seemsToDefine(uri: string, { maxFileSize }: Settings): boolean {
  const path = URI.parse(uri).fsPath;
  try {
    const info = lookAtPlain(path);
    return info !== null && info.size <= maxFileSize && hasSection(asciiOf(path));
  } catch {
    return false;
  }
}

function hasSection(text: string): boolean {
  // Few lines begin so: nearly all are indented.
  for (let at = 0, end = 0; end >= 0; at = end + 1) {
    section.lastIndex = at;
    if (openers.has(text.charCodeAt(at)) && section.test(text)) {
      return true;
    }
    end = text.indexOf('\n', at);
  }
  return false;
}
