import { callHandler } from './call-handler.js';
import { runtimeError, thrownError } from './error-result.js';
import { createLambdaContext } from './lambda-context.js';
import { type Handler, loadHandler } from './load-handler.js';
import type { InvocationRequest, SandboxReport, SandboxSettings } from './messages.js';
import { nameSourcesInStacks } from './source-positions.js';

/** The process of one sandbox: loads the bundle, then runs one invocation after another. */
const settings = JSON.parse(process.argv.splice(2).join('')) as SandboxSettings;

/** What is reported when the event loop runs empty while an invocation is under way. */
let whenIdle: SandboxReport | undefined;

function report(message: SandboxReport): void {
  // Without a callback, a channel that broke would raise an error that leads back here, again and again.
  process.send?.(message, undefined, undefined, () => {});
}

function finish(message: SandboxReport): void {
  whenIdle = undefined;
  // Only between invocations does the channel alone keep the process alive.
  process.channel?.ref();
  report(message);
}

async function run(handler: Handler, { requestId, payload }: InvocationRequest): Promise<void> {
  whenIdle = {
    kind: 'broken',
    result: runtimeError(
      'Runtime.NodeJsExit',
      `RequestId: ${requestId} Error: Node.js had nothing left to do, but the handler's promise was never settled.`,
    ),
  };
  process.channel?.unref();
  const { result, waits } = await callHandler(handler, payload, createLambdaContext(settings, requestId));
  if (waits) whenIdle = { kind: 'result', result };
  else finish({ kind: 'result', result });
}

process.on('beforeExit', () => {
  if (whenIdle !== undefined) finish(whenIdle);
});
process.on('uncaughtException', (error, origin) => {
  if (!process.connected) process.exit();
  const type = origin === 'unhandledRejection' ? 'Runtime.UnhandledPromiseRejection' : undefined;
  report({ kind: 'broken', result: thrownError(error, type) });
});
// A host that is gone needs no answer; an interrupt in its terminal is for the host to deal with.
process.on('disconnect', () => process.exit());
process.on('SIGINT', () => {});

nameSourcesInStacks(settings.bundle);
const handler = loadHandler(settings.bundle);
if (typeof handler === 'function') {
  process.on('message', (request: InvocationRequest) => run(handler, request));
  report({ kind: 'ready' });
} else {
  report({ kind: 'broken', result: handler });
}
