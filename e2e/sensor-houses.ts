// What stands beside the browser in the journey of sensors: the real command, a signed pack, and a house that tells unnamed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Output } from '../sensor/cli/command.ts'
import { runSensor } from '../sensor/cli/commands.ts'

const project = join(import.meta.dirname, '..')
const ruleId = '5d1c7a52-9a0e-4c39-a1d3-0c2f5f1b7777'
export const ruleTitle = 'Backup copies deleted by command'
const packId = 'lakeland-base'
const run = promisify(execFile)
const start = ['--import', 'tsx', join(project, 'sensor/cli/sensor.ts')]

/** As whoever types it: the first house starts processes, the others have the same commands in this one, as starting takes most of the time. */
type Sensor = (...words: readonly string[]) => Promise<string>

const startedAlone: Sensor = async (...words) => {
  const { stdout } = await run(process.execPath, [...start, ...words], {
    cwd: project,
    timeout: 300_000,
    maxBuffer: 10_000_000,
  })
  return stdout
}

const sensorHere: Sensor = async (...words) => {
  const said: string[] = []
  const code = await runSensor(words, outputInto(said), () => new AbortController().signal)
  assert.equal(code, 0, said.join('\n'))
  return said.join('\n')
}

function outputInto(said: string[], heard: (line: string) => void = () => undefined): Output {
  return {
    async write(line) {
      said.push(line)
      heard(line)
    },
    note: (line) => void said.push(line),
  }
}

const rule = `title: ${ruleTitle}
id: ${ruleId}
author: Lakeland Health Security Centre
level: high
tags: [attack.t1490]
logsource: { product: windows, category: process_creation }
detection:
  selection:
    CommandLine|contains: 'delete shadows'
  condition: selection
`

/** One event of a forwarded log, as a hospital's log server has it. */
export function eventAt(at: Date, commandLine: string): string {
  return JSON.stringify({
    '@timestamp': at.toISOString(),
    winlog: {
      channel: 'Microsoft-Windows-Sysmon/Operational',
      provider_name: 'Microsoft-Windows-Sysmon',
      event_id: '1',
      computer_name: 'srv-canary.seeblick.example',
      event_data: { CommandLine: commandLine, Image: 'C:\\Windows\\System32\\vssadmin.exe', User: 'canary' },
    },
  })
}

/** Whoever publishes packs makes the source, builds and signs it, into one file. */
export async function buildPack(
  folder: string,
): Promise<{ readonly file: string; readonly fingerprint: string }> {
  const own = join(folder, 'source', 'rules', 'own')
  mkdirSync(own, { recursive: true })
  writeFileSync(
    join(folder, 'source', 'pack.json'),
    JSON.stringify({
      id: packId,
      title: { en: 'Base', de: 'Grund', fr: 'Base', it: 'Base' },
      publisher: 'Lakeland Health Security Centre',
      validUntil: '2030-01-01T00:00:00Z',
      sightings: ['own/'],
    }),
  )
  writeFileSync(join(own, 'backups.yml'), rule)
  const sample = (commandLine: string) => ({
    events: [
      {
        fields: {
          Channel: 'Microsoft-Windows-Sysmon/Operational',
          EventID: 1,
          CommandLine: commandLine,
        },
      },
    ],
  })
  writeFileSync(
    join(own, 'backups.samples.json'),
    JSON.stringify({
      positive: [sample('vssadmin delete shadows /all')],
      negative: [sample('vssadmin list shadows')],
    }),
  )
  const [keys, repository, file] = ['keys', 'repository', `${packId}.salus-pack`].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  const made = await sensorHere('pack', 'keys', '--out', keys)
  await sensorHere('pack', 'build', join(folder, 'source'), '--out', repository)
  await sensorHere('pack', 'sign', repository, '--keys', keys, '--file', file)
  return { file, fingerprint: /fingerprint ([0-9a-f]{64})/.exec(made)?.[1] ?? '' }
}

export interface House {
  readonly id: number
  readonly state: string
  readonly log: string
  /** Its sensor enrols and watches in a process of its own. */
  readonly isAlone: boolean
}

/** Enrols with the code, takes the pack from the centre, finds, and lets the house decide. Gives the message of the house. */
export async function tellUnnamed(
  house: House,
  origin: string,
  code: string,
  fingerprint: string,
): Promise<string> {
  const state = ['--state', house.state]
  const sensor = sensorHere
  await (house.isAlone ? startedAlone : sensor)('enrol', '--centre', origin, '--code', code, ...state)
  const { token } = JSON.parse(readFileSync(join(house.state, 'sightings', 'centre.json'), 'utf8')) as {
    token: string
  }
  const tokenFile = `${house.state}.token`
  writeFileSync(tokenFile, token, { mode: 0o600 })
  const packs = `${origin}/api/v1/sensors/packs/`
  const installed = await sensor(
    ...['pack', 'install', packs, ...state, '--token-file', tokenFile, '--fingerprint', fingerprint],
  )
  assert.match(installed, new RegExp(`${packId}, sequence 1, is in force`))
  await (house.isAlone ? watchAlone(house) : watchHere(house))
  await sensor('sightings', 'on', 'rules', '--by', 'Jana Brandt', ...state)
  const preview = await sensor('sightings', 'preview', '--json', ...state)
  assert.match(preview, new RegExp(ruleId))
  assert.doesNotMatch(preview, /canary/)
  await sensor('sightings', 'approve', '--rule', ruleId, '--by', 'Jana Brandt', ...state)
  // Asks for the pseudonym; what was approved just now waits for a time set by chance, so it leaves on a stick here.
  await sensor('sightings', 'send', ...state)
  const stick = `${house.state}.json`
  await sensor('sightings', 'send', '--offline', stick, ...state)
  return readFileSync(stick, 'utf8')
}

const watchWords = ({ state, log }: House) => ['watch', '--state', state, '--logs', log, '--json']

/** Runs `sensor watch` until its first finding is on disk, then stops it in good order. */
async function watchAlone(house: House): Promise<void> {
  const child = spawn(process.execPath, [...start, ...watchWords(house)], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const found = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(ruleId)) resolve()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('exit', () => reject(new Error(`the sensor ended without a finding: ${said}`)))
  })
  try {
    await found
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function watchHere(house: House): Promise<void> {
  const stop = new AbortController()
  const said: string[] = []
  const output = outputInto(said, (line) => line.includes(ruleId) && stop.abort())
  await runSensor(watchWords(house), output, () => stop.signal)
  assert.ok(stop.signal.aborted, `the sensor ended without a finding: ${said.join('\n')}`)
}
