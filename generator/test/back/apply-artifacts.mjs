// Run as a child: plans and applies artifacts that were emitted before, which spares it the compiler's start.
import { readFileSync } from 'node:fs';

const dist = new URL('../../dist/', import.meta.url);
const { inspectDisk } = await import(new URL('apply/inspect-disk.js', dist));
const { apply } = await import(new URL('apply/apply.js', dist));
const { plan } = await import(new URL('plan/plan.js', dist));

const { artifacts, folders } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const disk = inspectDisk(artifacts, folders);
const planned = plan(artifacts, disk);
if (planned.changes.some(({ kind }) => kind === 'edited' || kind === 'blocked')) process.exit(1);
apply(planned, folders, { interrupted: disk.manifest?.pending !== undefined });
