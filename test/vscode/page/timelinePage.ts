import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** The frame in which VS Code shows the page of a timeline, once there is a picture in it. */
export async function timelineFrame(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 300; tries++) {
    for (const frame of page.frames()) {
      const marks = await frame
        .locator('#picture .mark')
        .count()
        .catch(() => 0);
      if (marks > 0) return frame;
    }
    await page.waitForTimeout(150);
  }
  throw new Error('No page shows a timeline.');
}

/** The label of what has the focus in a frame. */
export function focused(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Runs axe in a frame; nothing serious may be found. */
export async function assertAccessible(frame: Frame): Promise<void> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await frame.evaluate(readFileSync(source, 'utf8'));
  const { violations } = await frame.evaluate<AxeResult>(
    `axe.run(document, { iframes: false, resultTypes: ['violations'] })`,
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    serious.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    ),
    [],
  );
}
