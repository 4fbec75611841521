import { InterruptedError } from './exit.js';

/** The wish that the process end. */
export interface StopSignal {
  /** Aborted with an `InterruptedError` by SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Lets those signals end the process at once again. */
  release(): void;
}

/** Listens for the first SIGINT or SIGTERM, so that a command can clean up; a second one ends the process at once. */
export function listenForStop(): StopSignal {
  const controller = new AbortController();
  const release = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  const stop = (): void => {
    release();
    controller.abort(new InterruptedError());
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { signal: controller.signal, release };
}

/** Resolves when the process is told to end. */
export function untilStopped({ signal }: StopSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
