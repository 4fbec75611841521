import { it } from 'vitest';
import { randomWorkflows } from './random-service.js';
it('x', () => {
  const w = randomWorkflows(Number(process.env.MODEL_SEED));
  const show = (steps: object, pad = ''): void => {
    for (const [n, s] of Object.entries(steps) as [string, Record<string, unknown>][]) {
      const { parallel, map, ...rest } = s;
      const m = map as Record<string, unknown> | undefined;
      console.log(pad + n + ' ' + JSON.stringify({ ...rest, output: JSON.stringify(rest.output)?.slice(0, 40) }) + (m ? ' MAP ' + JSON.stringify({ ...m, steps: 0 }) : ''));
      for (const [b, x] of Object.entries((parallel ?? {}) as Record<string, { steps: object }>)) { console.log(pad + ' /' + b); show(x.steps, pad + '    '); }
      if (m) show(m.steps as object, pad + '    ');
    }
  };
  const [first] = Object.values(w);
  show(first?.steps ?? {});
  console.log('COMP'); show(first?.compensations ?? {});
});
