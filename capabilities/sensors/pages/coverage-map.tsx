// What the sensors of a house can see: techniques as a map, each covered, unknown or blind, with the same as a table.
// SPDX-License-Identifier: EUPL-1.2
import {
  Details,
  Plain,
  ReasonLine,
  Table,
  TechniqueMap,
  type TechniqueSeries,
} from '../../../web/kit/index.ts'
import type { HouseCoverage, TechniqueCoverage, TechniqueState } from '../coverage.ts'
import type { Reader } from './reader.ts'
import { blindText, maxNamed } from './words.tsx'

export interface CoverageMapProps {
  readonly coverage: HouseCoverage
  readonly reader: Reader
}

const states = ['covered', 'unknown', 'blind'] as const satisfies readonly TechniqueState[]
const fillings: Readonly<Record<TechniqueState, TechniqueSeries>> = {
  covered: 'matched',
  unknown: 'unsure',
  blind: 'silent',
}

interface Family {
  /** The technique itself, `T1003`, above its sub-techniques. */
  readonly technique: string
  readonly own: readonly TechniqueCoverage[]
}

export function CoverageMap({ coverage, reader }: CoverageMapProps) {
  const { t } = reader.translator
  const { techniques, covered } = coverage
  const shown = states.filter((one) => techniques.some(({ state }) => state === one))
  return (
    <Plain id="coverage" heading={t('sensors.coverage')}>
      <p>{t('sensors.coverage.say', { covered, all: techniques.length })}</p>
      <Reasons coverage={coverage} reader={reader} />
      <TechniqueMap
        cells={techniques.map(({ technique, state }) => ({ technique, series: fillings[state] }))}
        entries={shown.map((state) => ({ series: fillings[state], label: t(`sensors.coverage.${state}`) }))}
      />
      <Details summary={t('sensors.coverage.table')}>
        <Table
          caption={t('sensors.coverage')}
          rows={familiesOf(techniques)}
          keyOf={({ technique }) => technique}
          stack={false}
          columns={[
            { label: t('sensors.coverage.technique'), kind: 'head', cell: ({ technique }) => technique },
            ...shown.map((state) => ({
              label: t(`sensors.coverage.${state}`),
              cell: ({ own }: Family) => namesOf(own.filter((one) => one.state === state)),
            })),
          ]}
        />
      </Details>
    </Plain>
  )
}

function Reasons({ coverage: { unknown, silentSensors, blindSources }, reader }: CoverageMapProps) {
  const { tr } = reader.translator
  return (
    <>
      {unknown > 0 && (
        <ReasonLine>{tr('sensors.coverage.because.silent', { unknown, sensors: silentSensors })}</ReasonLine>
      )}
      {blindSources.length > 0 && (
        <ReasonLine>
          {tr('sensors.coverage.because', {
            count: blindSources.length,
            named: blindSources.length > maxNamed ? 'some' : 'other',
            sources: blindText(blindSources, reader.translator),
          })}
        </ReasonLine>
      )}
    </>
  )
}

function familiesOf(techniques: readonly TechniqueCoverage[]): readonly Family[] {
  const byFamily = Map.groupBy(techniques, ({ technique }) => technique.split('.')[0] ?? technique)
  return [...byFamily].map(([technique, own]) => ({ technique, own }))
}

function namesOf(techniques: readonly TechniqueCoverage[]): string {
  return techniques.length === 0 ? '–' : techniques.map(({ technique }) => technique).join(', ')
}
