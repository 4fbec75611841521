import type { WorkflowDefinition } from '../contract/definition.js';
import { bucketOfEnvironment } from '../environment.js';
import { fetchDocument } from '../fetch/fetch-document.js';
import { checkTxnId } from '../start/txn-id.js';
import { sharedS3Client } from '../store/s3-client.js';
import { createHttpHandler, type HttpHandler, HttpProblem, textResponse } from './http-api.js';

/** Lambda's limit for an answer, which holds the body as a JSON string. */
const maxAnswerBytes = 6_291_456 - 16_384;

/**
 * Makes the handler of `GET …/{txnId}/document`: the document whole but for sensitive outputs, composed from the outputs there are while the execution runs.
 * 413 where it does not fit into a Lambda function's answer; the message says how to read it from S3.
 */
export function createDocumentHandler(definition: WorkflowDefinition): HttpHandler {
  const s3 = sharedS3Client();
  return createHttpHandler(definition.workflow, 'document', async (request) => {
    const txnId = checkTxnId(request.pathParameters?.txnId);
    const bucket = bucketOfEnvironment(s3).name;
    const { workflow, outputKeys, sensitive, contents } = definition;
    const source = { s3, bucket, workflow, txnId, outputKeys, sensitive, contents, withholdSensitive: true };
    const { text } = await fetchDocument(source);
    if (Buffer.byteLength(JSON.stringify(text)) > maxAnswerBytes) {
      const message = `The document is too long for an answer; read it from S3: aws s3 cp s3://${bucket}/${txnId} -`;
      throw new HttpProblem(413, 'DocumentTooLarge', message);
    }
    return textResponse(200, text);
  });
}
