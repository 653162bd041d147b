import { replaceScalar } from '../sidecarEdit.js';
import { fix, type FixProvider } from './fix.js';

/** Puts what was probably meant in the place of an id, a key or a word of a list. */
export const replaceWord: FixProvider = {
  codes: ['unknown-reference', 'schema'],
  *fixes({ uri, span, data }, { corpus }) {
    const sidecar = corpus.sidecar(uri)?.content;
    if (sidecar !== undefined && data?.fix === 'replace') {
      const change = replaceScalar(sidecar, span, data.with, true);
      yield* fix(`Replace it by \`${data.with}\``, uri, [change], true);
    }
  },
};
