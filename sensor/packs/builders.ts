// Makes sources of packs and publishes them into memory, for tests.
// SPDX-License-Identifier: EUPL-1.2
import { repositoryInMemory } from '@salus/standards/packs'
import { type Publisher, packStart, publisherOf } from '../../standards/packs/builders.ts'
import { indicator } from '../indicators/builders.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import { buildPack } from './build.ts'
import { currentPack } from './current.ts'
import { installPack } from './install.ts'
import type { RuleLine, Sample, Samples } from './rule-lines.ts'
import type { PackSource } from './source.ts'

export { packStart }

export function ruleYaml(id: string, word: string, more = ''): string {
  return `title: ${word} was started
id: ${id}
author: CERT Tannau
level: high
tags: [attack.t1490]
logsource: { product: windows, category: process_creation }
detection:
  selection:
    CommandLine|contains: '${word}'
  condition: selection
${more}`
}

export function started(commandLine: string, at?: string): Sample {
  const fields = {
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    EventID: 1,
    User: 'a',
    CommandLine: commandLine,
  }
  return { events: [{ fields, ...(at === undefined ? {} : { at }) }] }
}

export function samplesOf(positive: readonly Sample[], negative: readonly Sample[] = []): Samples {
  return { positive: [...positive], negative: [...negative] }
}

export function ruleLine(
  id: string,
  word: string,
  samples: Samples | null = samplesOf([started(word)]),
): RuleLine {
  return { path: `own/${id}.yml`, author: null, licence: 'EUPL-1.2', source: ruleYaml(id, word), samples }
}

export function packSource(rules: readonly RuleLine[], more: Partial<PackSource> = {}): PackSource {
  return {
    file: {
      id: 'tannau-base',
      title: { en: 'Base', de: 'Grund', fr: 'Base', it: 'Base' },
      publisher: 'CERT Tannau',
      validUntil: '2027-06-30T00:00:00Z',
      untested: ['public/'],
      sightings: ['own/'],
      indicatorSightings: true,
      lists: [],
    },
    rules,
    filters: [],
    lists: null,
    others: new Map(),
    health: null,
    ...more,
  }
}

/** A set of so many names. */
export function indicatorSet(count: number, word = 'host'): Uint8Array {
  return writeIndicatorSet(
    Array.from({ length: count }, (_, at) => indicator('domain', `${word}${at}.invented.example`)),
  )
}

/** Many good rules, so that one bad one is a small share. */
export function goodRules(count: number): readonly RuleLine[] {
  return Array.from({ length: count }, (_, at) => ruleLine(`good-${at}`, `tool${at}`))
}

export interface PackWorld {
  readonly publisher: Publisher
  /** Builds, lets the test change the targets, and announces them as the next sequence. */
  publish(
    source: PackSource,
    change?: (targets: Map<string, Uint8Array>) => void,
    now?: number,
  ): Promise<void>
}

export function packWorld(): PackWorld {
  const publisher = publisherOf(packStart)
  let sequence = 0
  return {
    publisher,
    async publish(source, change = () => undefined, now = packStart) {
      sequence++
      const targets = new Map((await buildPack(source, sequence)).targets)
      change(targets)
      publisher.publish(Object.fromEntries(targets), now)
    },
  }
}

/** A world with sequence 1 in force in the state folder. */
export async function installedWorld(state: string) {
  const world = packWorld()
  await world.publish(packSource(goodRules(10)))
  const trust = { root: world.publisher.firstRoot() }
  const first = await installPack(repositoryInMemory(world.publisher.files), state, packStart, { trust })
  if (first.outcome !== 'installed') throw new Error(`the first pack is ${first.outcome}`)
  return {
    ...world,
    state,
    inForce: async () => (await currentPack(state))?.sequence,
    /** The code of the fault, or the outcome and the sequence. */
    async install(now = packStart, files = world.publisher.files): Promise<string> {
      const outcome = await installPack(repositoryInMemory(files), state, now)
      return 'fault' in outcome ? outcome.fault.code : `${outcome.outcome} ${outcome.pack.sequence}`
    },
  }
}
