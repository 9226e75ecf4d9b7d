// `npm test`: types, style, then every test (the walls between folders are one of them: architecture.test.ts); ends with the test runner's own closing lines.
// SPDX-License-Identifier: EUPL-1.2
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { install, node24, project, say } from './prepare.mjs'

/** With more room for the young (megabytes), a tenth less work: tests make much that lives shortly. */
const nodeFlags = ['--max-semi-space-size=64']
const runner = [...nodeFlags, '--import', 'tsx', '--test', '--test-isolation=none', '--test-timeout=600000']
const environment = { ...process.env, NODE_ENV: 'test', TZ: 'UTC' }

install()
const node = node24()
const bin = (name) => join(project, 'node_modules', name)
step('Types', [bin('typescript/bin/tsc'), '--noEmit'])
step('Style', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
const asked = process.argv.slice(2)
if (asked.length > 0) step('Tests', [...runner, ...asked])
else await allTests()

function step(name, args) {
  say(`\n${name}`)
  const result = spawnSync(node, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  })
  if (result.status === 0) return
  say(`${name}: not passed. What is wrong stands above.`)
  process.exit(result.status ?? 1)
}

/**
 * As many processes as the machine has cores, from three, because tests also wait, to eight; counted together at the end.
 * Journeys begin as the others end: seven processes at once on two cores took a third longer than three.
 */
async function allTests() {
  say('\nTests')
  const many = Math.min(8, Math.max(3, availableParallelism()))
  const others = [
    ...testFiles('.', { recursive: false }),
    ...['capabilities', 'platform', 'standards', 'web', 'cli', 'quality', 'sensor'].flatMap((folder) =>
      testFiles(folder, { recursive: true }),
    ),
  ]
  const waiting = [...shares(others, many), ...shares(testFiles('e2e', { recursive: true }), many)]
  const all = []
  const runOn = async () => {
    for (let files = waiting.shift(); files; files = waiting.shift()) all.push(await run(files))
  }
  await Promise.all(Array.from({ length: many }, runOn))
  process.stdout.write('\nAll tests together\n')
  process.stdout.write(all.map(failuresIn).join(''))
  for (const name of ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'])
    process.stdout.write(`ℹ ${name} ${all.reduce((sum, { said }) => sum + countOf(said, name), 0)}\n`)
  if (all.every(({ status }) => status === 0)) return
  say('Tests: not passed. What is wrong stands above.')
  process.exit(1)
}

function testFiles(folder, options) {
  return readdirSync(join(project, folder), options)
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort()
}

/** Never empty: a runner without a file looks for files of its own, and finds this one. */
function shares(files, many) {
  return Array.from({ length: Math.min(many, files.length) }, (_, which) =>
    files.filter((_file, index) => index % many === which),
  )
}

/** Shown as it goes, in whole lines, because several run at once. */
function run(patterns) {
  return new Promise((resolve) => {
    const child = spawn(node, [...runner, ...patterns], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    })
    let said = ''
    child.stdout.setEncoding('utf8')
    let shown = 0
    child.stdout.on('data', (text) => {
      said += text
      const end = said.lastIndexOf('\n') + 1
      process.stdout.write(said.slice(shown, end))
      shown = end
    })
    child.once('close', (code) => resolve({ status: code ?? 1, said }))
  })
}

/** Again at the end, so that whoever sees only the last lines sees what is wrong. */
function failuresIn({ status, said }) {
  const at = said.lastIndexOf('✖ failing tests:')
  if (at >= 0) return said.slice(at)
  // Killed, or out of memory: no test of it is called failed.
  return status === 0 ? '' : `A process ended with ${status}. Its last words:\n${said.slice(-1_000)}\n`
}

function countOf(said, name) {
  const counts = [...said.matchAll(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, 'gm'))]
  return Number(counts.at(-1)?.[1] ?? 0)
}
