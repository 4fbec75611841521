import { type Client, type ClientOptions, createClient } from '@sfs3/client';

/** Makes a client for a deployed service, hands it to the work, and closes it. The region of an ARN is used where none is set. */
export async function withClient<Value>(
  region: string | undefined,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const options: ClientOptions = process.env.AWS_REGION || region === undefined ? {} : { region };
  const client = createClient(options);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
