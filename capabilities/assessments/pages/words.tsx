// The words and shapes for figures, standings and faults, and the ways between the pages of the check.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber, type Translator } from '../../../platform/i18n/index.ts'
import { type State, Views } from '../../../web/kit/index.ts'
import type { Standing } from '../../catalogue/index.ts'
import { type CurrentFact, type FactKey, textIn, valueText } from '../../facts/index.ts'
import type { RequirementStanding } from '../framework/mapping.ts'
import { type Figure, points } from '../score.ts'
import type { Fault, Faults } from '../typed.ts'
import { checkHref, frameworksHref, managementHref, peersHref, planHref, resultHref } from './paths.ts'
import type { Reader } from './reader.ts'

export type PageName = 'check' | 'result' | 'plan' | 'peers' | 'frameworks' | 'management'

export function CheckViews({
  organisationId,
  current,
  reader: { translator },
}: {
  readonly organisationId: number
  readonly current: PageName
  readonly reader: Reader
}) {
  const { t } = translator
  const hrefs: Readonly<Record<PageName, string>> = {
    check: checkHref(organisationId),
    result: resultHref(organisationId),
    plan: planHref(organisationId),
    peers: peersHref(organisationId),
    frameworks: frameworksHref(organisationId),
    management: managementHref(organisationId),
  }
  const names = ['check', 'result', 'plan', 'peers', 'frameworks', 'management'] as const
  return (
    <Views
      label={t('assessments.views')}
      views={names.map((name) => ({
        label: t(`assessments.view.${name}`),
        href: hrefs[name],
        current: name === current,
      }))}
    />
  )
}

export const lookOfStanding: Readonly<Record<Standing, State>> = {
  done: 'done',
  partly: 'half',
  'not-done': 'new',
  'not-known': 'unknown',
}

export const lookOfRequirement: Readonly<Record<RequirementStanding, State>> = {
  met: 'done',
  partly: 'half',
  not: 'new',
  'not-known': 'unknown',
  'not-mapped': 'silent',
}

/** "a, risk analysis": letters of the law and functions by their names, the overall figure by its own. */
export function nameOfFigure(key: string, { t, find }: Translator): string {
  return key === 'overall' ? t('assessments.figure.overall') : (find(`assessments.figure.${key}`) ?? key)
}

/** Without the mark of the law before it, for readers who do not know its letters. */
export function plainNameOfFigure(key: string, translator: Translator): string {
  return nameOfFigure(key, translator).replace(/^[^·]+ · /, '')
}

export function pointsText({ score }: Pick<Figure, 'score'>, translator: Translator): string {
  return score === null
    ? translator.t('assessments.figure.none')
    : translator.t('assessments.figure.points', { points: formatNumber(points(score), translator) })
}

/** "Tested restore: never (12 Oct 2026)"; what is not known is said so. */
export function factLine(
  key: FactKey | undefined,
  current: CurrentFact | null,
  reader: Pick<Reader, 'translator'>,
): string {
  const { t, locale } = reader.translator
  const label = key ? textIn(key.label, locale) : ''
  const value =
    key && current ? valueText(key, current.value, reader.translator) : t('assessments.fact.unknown')
  return t('assessments.fact', { label, value })
}

export function faultText(fault: Fault | undefined, { t }: Translator): string | undefined {
  return fault && t(`assessments.fault.${fault}`)
}

/** For the summary on top: each fault leads to its field. */
export function faultList<F extends string>(
  faults: Faults<F>,
  labels: Readonly<Record<F, string>>,
  translator: Translator,
): readonly { readonly fieldId: string; readonly text: string }[] {
  return (Object.keys(faults) as F[]).flatMap((field) => {
    const fault = faults[field]
    return fault ? [{ fieldId: field, text: `${labels[field]}: ${faultText(fault, translator)}` }] : []
  })
}
