import { setFlagsFromString } from 'node:v8';

/**
 * Says that this process is to end soon; called before the work is loaded. Node.js 20 begins to optimise a parser that then
 * runs for another 50 ms: that keeps a second core busy where there is one, and where there is none it takes a fifth of
 * `sfs3 generate`. Here it begins later; large specs still get optimised code. Later versions of Node.js wait of themselves,
 * and do not know the setting.
 */
export function expectShortRun(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=600000');
}
