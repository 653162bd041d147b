import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../../../server/src/corpus/corpus.js';
import { exportFacts } from '../../../../server/src/features/export/exportedFact.js';
import { exportNdjson } from '../../../../server/src/features/export/ndjsonExport.js';
import type { Checker } from '../../../../server/src/rules/checker.js';
import { judgeSlot } from '../../../../server/src/rules/slotPairs.js';
import { conflictsBySql, load, pairLine, withDatabase } from './duckdb.js';

const codes = ['value-conflict', 'self-conflict'];

/** The pairs that the check tells, by the places of its findings. */
export function conflictsByCheck(corpus: Corpus, checker: Checker): string[] {
  const keys = keysByPlace(corpus);
  const pairs = checker.all().flatMap(({ code, uri, span, there }) => {
    const [here, other] = [
      keys.get(`${uri} ${span.start}`),
      keys.get(`${there?.uri} ${there?.span.start}`),
    ];
    return codes.includes(code) && here !== undefined && other !== undefined
      ? [pairLine(code, here, other)]
      : [];
  });
  return [...new Set(pairs)].sort();
}

/** The pairs of plain statements, without the check's limit of so many a fact. */
export function conflictsByRule(corpus: Corpus): string[] {
  const keys = keysByPlace(corpus);
  const pairs = new Set<string>();
  for (const slot of corpus.slotKeys()) {
    const judged = judgeSlot(corpus, slot, ({ code, pair: { here, there } }) => {
      if (codes.includes(code) && !here.negative && !there.negative) {
        const [a, b] = [here, there].map(({ uri, span }) => keys.get(`${uri} ${span.start}`) ?? '');
        pairs.add(pairLine(code, a ?? '', b ?? ''));
      }
    });
    while (judged.next().done !== true);
  }
  return [...pairs].sort();
}

function keysByPlace(corpus: Corpus): ReadonlyMap<string, string> {
  return new Map(
    [...exportFacts(corpus)].map(({ key, bound }) => [`${bound.uri} ${bound.span.start}`, key]),
  );
}

/** The pairs that the documented query finds in the export: from NDJSON, and from Parquet made of it. */
export async function conflictsByExport(
  corpus: Corpus,
): Promise<{ readonly json: string[]; readonly parquet: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-facts-sql-'));
  try {
    const [ndjson, parquet] = [join(folder, 'facts.ndjson'), join(folder, 'facts.parquet')];
    writeFileSync(ndjson, [...exportNdjson(corpus)].join(''));
    return await withDatabase(async (db) => {
      await load(db, ndjson, parquet);
      return {
        json: await conflictsBySql(db),
        parquet: await conflictsBySql(db, `'${parquet}'`),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
