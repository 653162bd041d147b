import { runMocha } from './runMocha.js';

/** Called by VS Code in a folder that holds no sidecar. */
export function run(): Promise<void> {
  return runMocha(() => import('./firstSteps.test.js'));
}
