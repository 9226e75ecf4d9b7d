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
    case 'each-piece':
    case 'version-cleaned':
    case 'patch-named':
    case 'remedy-contradicts':
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
        isSilent: yes(step.status === 'unknown' && step.vulnerability === null),
        status: t(`explain.status.${step.status}`),
        vulnerability: step.vulnerability ?? '',
        hasVulnerability: yes(step.vulnerability !== null),
      })
    case 'justification':
      return t('explain.justification', { reason: sayReasons(step.labels, step.impact, { t }) })
    case 'other-release':
      return t('explain.other-release', { own: step.own, stated: step.stated })
    case 'backport-possible':
      return t('explain.backport-possible', {
        distribution: step.distribution,
        hasDistribution: yes(step.distribution !== ''),
      })
    case 'overruled':
      return sayOverruled(step, { t })
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
  | 'each-piece'
  | 'version-cleaned'
  | 'patch-named'
  | 'remedy-contradicts'
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
    case 'each-piece':
      return t('explain.each-piece', step)
    case 'version-cleaned':
      return t('explain.version-cleaned', step)
    case 'patch-named':
      return t('explain.patch-named', step)
    case 'remedy-contradicts':
      return t('explain.remedy-contradicts', step)
    case 'grades':
      return t('explain.grades', {
        identity: step.identity.replaceAll('-', '') as 'other',
        range: step.range as 'other',
      })
  }
}

function sayOverruled(step: Step<'overruled'>, { t }: Say): string {
  const reason = sayReasons(step.justifications, step.impact, { t })
  const said = t(`explain.overruled.${step.answer}`, {
    vulnerability: step.vulnerability,
    publisher: step.publisher,
    status: t(`explain.status.${step.status}`),
    reason,
    hasReason: yes(reason !== ''),
    pointer: step.pointer,
    sha256: step.sha256,
  })
  return `${said} ${t(`explain.ground.${step.ground}`, { authority: t(`explain.authority.${step.authority}`) })}`
}

/** The closed words of the formats in the reader's language, then what the publisher wrote. */
export function sayReasons(labels: readonly string[], impact: string | null, { t }: Say): string {
  const said = labels.map((label) => {
    const known = justifications.find((one) => one === label)
    return known === undefined ? label : t(`explain.justification.${known}`)
  })
  return [...said, ...(impact === null ? [] : [`“${impact}”`])].join('; ')
}

/** CSAF 2.0, 3.2.3.5.2, the same as OpenVEX; then CycloneDX. */
const justifications = [
  'component_not_present',
  'inline_mitigations_already_exist',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_not_present',
  'code_not_present',
  'code_not_reachable',
  'protected_at_perimeter',
  'protected_at_runtime',
  'protected_by_compiler',
  'protected_by_mitigating_control',
  'requires_configuration',
  'requires_dependency',
  'requires_environment',
] as const

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
