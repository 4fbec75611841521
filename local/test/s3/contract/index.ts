import { bucketChecks } from './buckets.js';
import type { Check } from './check.js';
import { checksumChecks } from './checksums.js';
import { conditionChecks } from './conditions.js';
import { copyChecks } from './copies.js';
import { keyChecks } from './keys.js';
import { listChecks } from './lists.js';
import { multipartChecks } from './multipart.js';
import { objectChecks } from './objects.js';
import { raceChecks } from './races.js';
import { rangeChecks } from './ranges.js';
import { versionChecks } from './versions.js';

/** Everything that an S3 endpoint must do for this project, by area. */
export const contract: Readonly<Record<string, readonly Check[]>> = {
  buckets: bucketChecks,
  objects: objectChecks,
  keys: keyChecks,
  conditions: conditionChecks,
  races: raceChecks,
  ranges: rangeChecks,
  checksums: checksumChecks,
  lists: listChecks,
  versions: versionChecks,
  copies: copyChecks,
  multipart: multipartChecks,
};
