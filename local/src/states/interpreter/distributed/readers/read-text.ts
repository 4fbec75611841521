import type { JsonObject } from '../../../json.js';
import type { Engine } from '../../engine.js';

/** Reads an object of S3 as text, piece by piece; no time is skipped while a piece is on its way. */
export async function* readText(
  engine: Engine,
  parameters: JsonObject,
  abortSignal: AbortSignal,
): AsyncGenerator<string> {
  const body = await engine.s3.use(async ({ sdk, client }) => {
    const command = new sdk.GetObjectCommand(parameters as never);
    const answer = await client.send(command, { abortSignal });
    return answer.Body?.transformToWebStream() as ReadableStream<Uint8Array> | undefined;
  });
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const piece = await engine.s3.use(async () => reader?.read());
      if (piece === undefined || piece.done) {
        break;
      }
      yield decoder.decode(piece.value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
