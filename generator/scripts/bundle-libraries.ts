import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bundleLibrary, librariesFolder } from './bundle-library.js';

// Runs after tsc, in place of what it wrote for these modules. They hold nothing of ours, so that after tsc alone either form
// is right: the libraries' own files, or the bundle of the installed version.
for (const source of readdirSync(librariesFolder)) {
  const target = join(resolve(import.meta.dirname, '../dist/libraries'), `${basename(source, '.ts')}.js`);
  writeFileSync(target, await bundleLibrary(source));
}
