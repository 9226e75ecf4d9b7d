// Says one step of an explanation in the reader's language, with the engine's own values.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import type { ExplanationStep } from '../../matching/index.ts'

const yes = (fact: boolean) => (fact ? 'yes' : 'other')

export function sayStep(step: ExplanationStep, { t }: Translator): string {
  switch (step.code) {
    case 'asset-field':
    case 'statement':
    case 'name-from-title':
    case 'identifier-equal':
    case 'identifier-differs':
    case 'range-read':
    case 'display-name-decides':
    case 'condition-not-stated':
    case 'version-cleaned':
    case 'patch-named':
    case 'grades':
      return sayPlain(step, { t })
    case 'alias':
      return t('explain.alias', { own: step.own, stated: step.stated, isSame: yes(step.isSame) })
    case 'vendor':
      return sayVendor(step, { t })
    case 'name':
      return t(`explain.name.${step.because}`, { own: step.own, stated: step.stated })
    case 'excluded-product':
      return t('explain.excluded-product', {
        name: step.name,
        releases: step.releases ?? '',
        hasReleases: yes(step.releases !== null),
      })
    case 'platform':
      return t('explain.platform', { own: step.own, stated: step.stated, fits: yes(step.fits) })
    case 'model-compared':
      return t('explain.model-compared', { own: step.own, stated: step.stated, fits: yes(step.fits) })
    case 'version':
      return sayVersion(step, { t })
    case 'vex':
      return t('explain.vex', {
        status: step.status,
        vulnerability: step.vulnerability ?? '',
        hasVulnerability: yes(step.vulnerability !== null),
      })
  }
}

type Say = Pick<Translator, 't'>
type Step<C extends ExplanationStep['code']> = Extract<ExplanationStep, { code: C }>
type PlainStep = Step<
  | 'asset-field'
  | 'statement'
  | 'name-from-title'
  | 'identifier-equal'
  | 'identifier-differs'
  | 'range-read'
  | 'display-name-decides'
  | 'condition-not-stated'
  | 'version-cleaned'
  | 'patch-named'
  | 'grades'
>

function sayPlain(step: PlainStep, { t }: Say): string {
  switch (step.code) {
    case 'asset-field':
      return t('explain.asset-field', step)
    case 'statement':
      return t('explain.statement', { ...step, versions: step.versions || '*' })
    case 'name-from-title':
      return t('explain.name-from-title', step)
    case 'identifier-equal':
      return t('explain.identifier-equal', step)
    case 'identifier-differs':
      return t('explain.identifier-differs', step)
    case 'range-read':
      return t('explain.range-read', step)
    case 'display-name-decides':
      return t('explain.display-name-decides', step)
    case 'condition-not-stated':
      return t('explain.condition-not-stated', step)
    case 'version-cleaned':
      return t('explain.version-cleaned', step)
    case 'patch-named':
      return t('explain.patch-named', step)
    case 'grades':
      return t('explain.grades', step)
  }
}

function sayVendor(step: Step<'vendor'>, { t }: Say): string {
  const values = { own: step.own ?? '', stated: step.stated ?? '' }
  if (step.relation === 'unknown') return t('explain.vendor.unknown')
  if (step.relation === 'related' && step.through !== null)
    return t('explain.vendor.related', { ...values, how: step.how ?? '', through: step.through })
  return t(step.relation === 'different' ? 'explain.vendor.different' : 'explain.vendor.same', values)
}

function sayVersion(step: Step<'version'>, { t }: Say): string {
  const values = { version: step.version ?? '', versions: step.versions || '*' }
  if (step.result === 'all' || step.result === 'not-needed') return t(`explain.version.${step.result}`)
  if (step.result === 'missing') return t('explain.version.missing', { versions: values.versions })
  return t(`explain.version.${step.result}`, values)
}
