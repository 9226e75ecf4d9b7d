// The entity class with what decided it, what is missing, and the rule behind it.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, formatList, type Translator } from '../../../platform/i18n/index.ts'
import { Details, Facts, ReasonLine, StateWord } from '../../../web/kit/index.ts'
import type { ComputedClass } from '../entity-class.ts'
import { entityClassOf } from '../entity-class.ts'
import type { Organisation } from '../organisation.ts'
import { classNames, countryName, factPhrase, sizeFactNames } from './words.ts'

export function EntityClassView(props: {
  readonly translator: Translator
  readonly organisation: Organisation
  readonly now: Date
}) {
  const { translator, organisation, now } = props
  const { t, tr } = translator
  const { answer, designation, computed } = entityClassOf(organisation, now)
  const names = classNames(translator)
  return (
    <>
      <p class="s-lead">
        {answer === 'unknown' ? (
          <StateWord state="unknown">{names.unknown}</StateWord>
        ) : (
          <b>{names[answer]}</b>
        )}
      </p>
      {designation && (
        <ReasonLine>{tr('organisations.class.designated', { source: designation.source })}</ReasonLine>
      )}
      {designation && <p>{t('organisations.class.computed', { name: names[computed.answer] })}</p>}
      <ReasonLine>{reason(translator, organisation, computed)}</ReasonLine>
      <Rule translator={translator} computed={computed} />
    </>
  )
}

function reason(translator: Translator, organisation: Organisation, computed: ComputedClass) {
  const { tr } = translator
  const [first] = computed.decided
  if (first?.fact === 'kind') return tr('organisations.class.because.kind')
  if (first?.fact === 'country' || !computed.rule)
    return tr('organisations.class.because.country', {
      country: countryName(translator, organisation.country),
    })
  const facts = formatList(
    computed.decided.map((fact) => factPhrase(translator, fact)),
    translator,
  )
  if (computed.answer !== 'unknown') return tr('organisations.class.because.facts', { facts })
  const missing = sizeFactNames(translator)
  return tr('organisations.class.because.missing', {
    possible: alternatives(translator, computed),
    lacking: formatList(
      computed.lacking.map((fact) => missing[fact]),
      translator,
    ),
  })
}

function alternatives(translator: Translator, { possible }: ComputedClass): string {
  const names = classNames(translator)
  return new Intl.ListFormat(translator.locale, { type: 'disjunction' }).format(
    possible.map((entityClass) => names[entityClass]),
  )
}

function Rule({
  translator,
  computed,
}: {
  readonly translator: Translator
  readonly computed: ComputedClass
}) {
  const { t } = translator
  const { rule } = computed
  if (!rule) return null
  return (
    <>
      {rule.verifiedBy === null && (
        <p class="s-small">
          <StateWord state="unknown">{t('organisations.rule.unverified')}</StateWord>
        </p>
      )}
      <Details summary={t('organisations.rule.summary')}>
        <Facts
          facts={[
            { term: t('organisations.rule.source'), value: `${rule.source}: ${rule.articles.join(', ')}` },
            {
              term: t('organisations.rule.validFrom'),
              value: formatDay(rule.validFrom, { translator, style: 'day-year' }),
            },
          ]}
        />
        <p>{t('organisations.rule.sizes')}</p>
        <p>{t('organisations.rule.group')}</p>
      </Details>
    </>
  )
}
