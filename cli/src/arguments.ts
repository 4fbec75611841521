import { InvalidArgumentError } from 'commander';

/** A time in seconds, above zero. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !Number.isFinite(seconds) || seconds <= 0) {
    throw new InvalidArgumentError('It should be a number of seconds above 0.');
  }
  return seconds;
}

/** A TCP port; 0 lets the system choose. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('It should be a port between 0 and 65535.');
  }
  return port;
}
