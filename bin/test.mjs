// `npm test`: types, style, then every test (the walls between folders are one of them: architecture.test.ts); ends with the test runner's own closing lines.
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, node24, project, say } from './prepare.mjs'

install()
const node = node24()
const bin = (name) => join(project, 'node_modules', name)
step('Types', [bin('typescript/bin/tsc'), '--noEmit'])
step('Style', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
step('Tests', [
  '--import',
  'tsx',
  '--test',
  '--test-isolation=none',
  '--test-timeout=600000',
  ...(process.argv.length > 2
    ? process.argv.slice(2)
    : ['{capabilities,platform,standards,web,cli,quality,e2e}/**/*.test.{ts,tsx}', '*.test.ts']),
])

function step(name, args) {
  say(`\n${name}`)
  const result = spawnSync(node, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', TZ: 'UTC' },
  })
  if (result.status === 0) return
  say(`${name}: not passed. What is wrong stands above.`)
  process.exit(result.status ?? 1)
}
