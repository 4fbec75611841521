import { type ExitCode, exitCodes, reportFailure } from './exit.js';
import { createProgram } from './program.js';
import { processTerminal, type Terminal } from './terminal.js';

/** Runs the command with these arguments and returns its exit code. `terminal` defaults to the process's own. */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  // The SDK's advice on Node.js versions is for whoever maintains sfs3, not for whoever runs it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  let code: ExitCode = exitCodes.ok;
  const program = createProgram(terminal, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    code = reportFailure(error, terminal);
  }
  return code;
}
