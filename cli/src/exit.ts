import { CommanderError } from 'commander';
import type { Terminal } from './terminal.js';

/** What the command tells the shell. */
export const exitCodes = {
  ok: 0,
  /** A mistake in the spec, a drift, an execution that failed, a service that refused. */
  failed: 1,
  /** The command itself was called wrongly. */
  usage: 2,
  /** A mistake of sfs3. */
  bug: 70,
  /** Ended by SIGINT or SIGTERM before its work was done. */
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was called wrongly: an argument or a setting that cannot be used. */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const;
}

/** The process was told to end before the command had done its work. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError' as const;

  constructor() {
    super('Interrupted.');
  }
}

/** By name, since the packages that define most of them are not loaded by every command. */
const usageErrors = [
  'UsageError',
  'ClientConfigurationError',
  'InvalidArnError',
  'InputValidationError',
  'InputKeyConflictError',
  'InvalidTaskTokenError',
  'InvalidFailureError',
  'NotJsonError',
];
const bugs = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError];

/** Tells what went wrong, without a stack trace unless the mistake is ours, and returns the exit code. */
export function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  // Commander has written its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  if (error instanceof Error && usageErrors.includes(error.name)) {
    return say(error, exitCodes.usage, terminal);
  }
  if (!isBug(error)) return say(error, exitCodes.failed, terminal);
  terminal.note(terminal.noteColors.red('This is a mistake in sfs3 itself:'));
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.bug;
}

/** Errors of services, files and networks have a name or a code of their own; what has neither was not expected. */
function isBug(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if ('code' in error && typeof error.code === 'string') return error.code.startsWith('ERR_');
  return error.name === 'Error' || bugs.some((type) => error instanceof type);
}

function say(error: unknown, code: ExitCode, terminal: Terminal): ExitCode {
  const { name, message, code: kind } = error as NodeJS.ErrnoException;
  const speaks = ['UsageError', 'ClientConfigurationError', 'Error'].includes(name);
  // A connection that was refused at several addresses has a code and no message.
  const told = speaks ? message : `${name}: ${message || kind}`;
  terminal.note(`${terminal.noteColors.red('error')}  ${told}`);
  return code;
}
