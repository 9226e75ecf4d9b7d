// What the sensors of a house can see: techniques as a map, each covered or blind, with the same as a table.
// SPDX-License-Identifier: EUPL-1.2
import { Details, Plain, ReasonLine, Table, TechniqueMap } from '../../../web/kit/index.ts'
import type { HouseCoverage, TechniqueCoverage } from '../coverage.ts'
import type { Reader } from './reader.ts'
import { blindText } from './words.tsx'

export interface CoverageMapProps {
  readonly coverage: HouseCoverage
  readonly reader: Reader
}

interface Family {
  /** The technique itself, `T1003`, above its sub-techniques. */
  readonly technique: string
  readonly own: readonly TechniqueCoverage[]
}

export function CoverageMap({ coverage, reader }: CoverageMapProps) {
  const { t, tr } = reader.translator
  const { techniques, covered, blindSources } = coverage
  const families = familiesOf(techniques)
  return (
    <Plain id="coverage" heading={t('sensors.coverage')}>
      <p>{t('sensors.coverage.say', { covered, all: techniques.length })}</p>
      {blindSources.length > 0 && (
        <ReasonLine>
          {tr('sensors.coverage.because', {
            count: blindSources.length,
            sources: blindText(blindSources, reader.translator),
          })}
        </ReasonLine>
      )}
      <TechniqueMap
        cells={techniques}
        coveredLabel={t('sensors.coverage.covered')}
        blindLabel={t('sensors.coverage.blind')}
      />
      <Details summary={t('sensors.coverage.table')}>
        <Table
          caption={t('sensors.coverage')}
          rows={families}
          keyOf={({ technique }) => technique}
          stack={false}
          columns={[
            { label: t('sensors.coverage.technique'), kind: 'head', cell: ({ technique }) => technique },
            {
              label: t('sensors.coverage.covered'),
              cell: ({ own }) => namesOf(own.filter(({ isCovered }) => isCovered)),
            },
            {
              label: t('sensors.coverage.blind'),
              cell: ({ own }) => namesOf(own.filter(({ isCovered }) => !isCovered)),
            },
          ]}
        />
      </Details>
    </Plain>
  )
}

function familiesOf(techniques: readonly TechniqueCoverage[]): readonly Family[] {
  const byFamily = Map.groupBy(techniques, ({ technique }) => technique.split('.')[0] ?? technique)
  return [...byFamily].map(([technique, own]) => ({ technique, own }))
}

function namesOf(techniques: readonly TechniqueCoverage[]): string {
  return techniques.length === 0 ? '–' : techniques.map(({ technique }) => technique).join(', ')
}
