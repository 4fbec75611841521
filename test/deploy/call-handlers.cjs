// Run as a child: loads the unpacked handler of each function and calls it with what no caller should send.
'use strict';

const functions = JSON.parse(process.argv[2]);

async function answer({ file, environment, event }) {
  Object.assign(process.env, environment);
  const { handler } = require(file);
  if (typeof handler !== 'function') return { missing: true };
  try {
    const result = await handler(event, { getRemainingTimeInMillis: () => 3000, awsRequestId: 'test' });
    return { statusCode: result?.statusCode };
  } catch (error) {
    return { error: error.name };
  }
}

(async () => {
  const answers = [];
  for (const described of functions) answers.push(await answer(described));
  process.stdout.write(`\nANSWERS ${JSON.stringify(answers)}`);
})();
