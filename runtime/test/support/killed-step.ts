import { createKilledHandlers, type Kind } from './killed-handlers.js';

// The entry of the bundle that the kill test runs as a process of its own: one step, one event, then the end.

const [, , kind = '', event = '{}'] = process.argv;

async function note(place: string): Promise<void> {
  await fetch(`${process.env.AWS_ENDPOINT_URL}/-/${place}`, { method: 'POST' });
}

void createKilledHandlers(note)
  [kind as Kind](JSON.parse(event))
  .then(() => note('answer'));
