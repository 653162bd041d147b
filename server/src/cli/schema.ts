import { sidecarSchema } from '../sidecars/sidecarSchema.js';

/** Prints the JSON Schema of a sidecar, for other editors. */
export function printSchema(): void {
  process.stdout.write(`${JSON.stringify(sidecarSchema, null, 2)}\n`);
}
