import { analysis } from './analysis.js';
import { bundles } from './bundles.js';
import { dataPlane } from './data-plane.js';
import { executions } from './executions.js';
import { generateTime } from './generate-time.js';
import { manyItems } from './items.js';
import { maps } from './maps.js';
import { type Benchmark, printMeasurements } from './report.js';
import { wrapper } from './wrapper.js';

const benchmarks: Readonly<Record<string, Benchmark>> = {
  'data-plane': dataPlane,
  wrapper,
  generate: generateTime,
  analysis,
  executions,
  maps,
  items: manyItems,
  bundles,
};

// The SDK's note about Node.js 20 is no measurement.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => benchmarks[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No benchmark has the name ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}
console.log(`Node.js ${process.version}, ${process.platform} ${process.arch}. Ratios are within one run.`);
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  printMeasurements(benchmark.title, await benchmark.measure());
}
