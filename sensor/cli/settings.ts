// What a command runs with: the configuration, and over it what the command line says.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type AssetClassList, assetClassList } from '../engine/asset-class.ts'
import type { ReadingContext } from '../parsers/parser.ts'
import { defaultConfig, isTimeZone, loadConfig, type SensorConfig } from '../run/config.ts'
import { type Equipment, type EquipmentWanted, loadEquipment } from '../run/equipment.ts'
import type { RuleLevel } from '../sigma/rule.ts'
import { patientKeyAt } from '../state/patient-key.ts'
import { statePlaces } from '../state/places.ts'
import { type Command, levelIn, UsageFault, type Words } from './command.ts'
import { readPlaceholders } from './placeholders.ts'

export const settingOptions = {
  indicators: { type: 'string', multiple: true },
  context: { type: 'string' },
  health: { type: 'boolean' },
  'time-zone': { type: 'string' },
} as const satisfies Command['options']

export interface RunSettings {
  readonly config: SensorConfig
  readonly wanted: Pick<EquipmentWanted, 'rules' | 'state' | 'health' | 'indicators' | 'house' | 'context'>
  readonly assetClasses: AssetClassList
  /** With what a running sensor adds: the memory of what was seen. */
  equipment(running?: Pick<EquipmentWanted, 'seen'>): Promise<Equipment>
  /** Time zone and patient key; the key is made at its first use. */
  reading(): Promise<Pick<ReadingContext, 'timeZone' | 'patientKey'>>
}

/** Words of the command line stand over the file; without a file, `level` and nothing else holds. */
export async function settingsOf(words: Words, level: RuleLevel): Promise<RunSettings> {
  const file = words.text('config')
  const config = withWords(file === null ? { ...defaultConfig(), level } : await loadConfig(file), words)
  const state = config.state ?? null
  // Without a file the sensor's own rules run only where they are asked for.
  const health = file === null ? words.is('health') : config.health
  const { rules, indicators, house } = config
  const assetClasses = assetClassList(Object.entries(config.assetClasses))
  const wanted = { rules, state, health, indicators, house, context: config.context ?? null }
  let made: ReturnType<RunSettings['reading']> | null = null
  // Once: extracts and logs must hash a patient with the same key.
  const reading = () => {
    made ??= patientKeyOf(config).then((patientKey) => ({ timeZone: config.timeZone, patientKey }))
    return made
  }
  return {
    config,
    wanted,
    assetClasses,
    reading,
    async equipment(running = {}) {
      const placeholders = await readPlaceholders(config.placeholders ?? null)
      // The key is made only where something asks for it.
      const context = wanted.context === null ? {} : await reading()
      return loadEquipment({ ...wanted, ...context, assetClasses, placeholders, ...running })
    },
  }
}

function withWords(config: SensorConfig, words: Words): SensorConfig {
  const over = (option: string, given: readonly string[]) => {
    const named = words.texts(option)
    return named.length > 0 ? named : given
  }
  return {
    ...config,
    state: words.text('state') ?? config.state,
    rules: [...over('rules', config.rules)],
    indicators: [...over('indicators', config.indicators)],
    context: words.text('context') ?? config.context,
    placeholders: words.text('placeholders') ?? config.placeholders,
    level: levelIn(words) ?? config.level,
    timeZone: zoneIn(words) ?? config.timeZone,
  }
}

function zoneIn(words: Words): string | null {
  const name = words.text('time-zone')
  if (name === null) return null
  if (isTimeZone(name)) return name
  throw new UsageFault('--time-zone is the name of a time zone, such as Europe/Berlin.')
}

/** Without a place to keep it the key lasts for this run: patients can be told apart in it, and in no other. */
async function patientKeyOf({ patientKey, state }: SensorConfig): Promise<Uint8Array> {
  if (patientKey !== undefined) return patientKeyAt(resolve(patientKey))
  return state === undefined ? randomBytes(32) : patientKeyAt(statePlaces(state).patientKey)
}
