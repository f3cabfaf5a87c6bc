// Checks docker-compose.yml against the rules where no container engine can say whether it is one.
import { globSync, readFileSync } from 'node:fs';
import { composeFaults, settingsIn, variablesIn } from './compose-rules.ts';

const sources = globSync(['services/*/src/config.ts', 'packages/runtime/src/*environment.ts', 'packages/cli/src/store/init.ts']);
const faults = composeFaults(readFileSync('docker-compose.yml', 'utf8'), {
  settings: new Set(sources.flatMap((file) => settingsIn(readFileSync(file, 'utf8')))),
  explained: new Set(variablesIn(readFileSync('.env.example', 'utf8'))),
});
for (const fault of faults) console.error(`docker-compose.yml: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log('docker-compose.yml follows the rules.');
