// CPE names by NISTIR 7695 (binding) and 7696 (matching), table line by table line.
// SPDX-License-Identifier: EUPL-1.2

import { compareCpe, compareCpeAttribute, parseCpe, printCpe, printCpeUri } from '@salus/standards/cpe'
import { attributeRelations, bindings, nameRelations } from '../../standards/cpe/builders.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

/** Neither paper comes with a machine-readable suite: the cases are written from their tables. */
export function cpeSuite(): Suite {
  return summarise('cpe name matching', [
    ...attributeRelations.map(([line, source, target, relation]) =>
      outcomeOf(
        `7696 table 6-2 line ${line}: ${source} and ${target}`,
        compareCpeAttribute(source, target),
        relation,
      ),
    ),
    ...nameRelations.map(([source, target, relation]) =>
      outcomeOf(`7696 6.2: ${source} and ${target}`, compareNames(source, target), relation),
    ),
    ...bindings.flatMap(([uri, formatted]) => [
      outcomeOf(`7695 6.1.3: ${uri}`, print(uri, printCpe), formatted),
      outcomeOf(`7695 6.1.2: ${formatted}`, print(formatted, printCpeUri), uri),
      outcomeOf(`7695 6.2: ${formatted}`, print(formatted, printCpe), formatted),
    ]),
  ])
}

function compareNames(source: string, target: string): string {
  const [one, other] = [parseCpe(source), parseCpe(target)]
  return one === null || other === null ? 'refused' : compareCpe(one, other)
}

function print(text: string, printer: typeof printCpe): string {
  const cpe = parseCpe(text)
  return cpe === null ? 'refused' : printer(cpe)
}

function outcomeOf(id: string, answer: string, wanted: string): Outcome {
  return { id, deviation: answer === wanted ? null : `${answer}, wanted ${wanted}` }
}
