// Loaded before a run: kills the process at its n-th change of the disk, after it or with half of the bytes written.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [when, number] = (process.env.KILL_AT ?? 'never:0').split(':');
const calls = [];

for (const name of [
  'writeFileSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
  'copyFileSync',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    calls.push(name);
    const isLast = calls.length === Number(number);
    if (isLast && when === 'within') {
      original(args[0], String(args[1]).slice(0, String(args[1]).length / 2), args[2]);
      process.kill(process.pid, 'SIGKILL');
    }
    try {
      return original(...args);
    } finally {
      if (isLast && when === 'after') process.kill(process.pid, 'SIGKILL');
    }
  };
}
syncBuiltinESMExports();
process.on('exit', () => process.stdout.write(calls.join(' ')));
