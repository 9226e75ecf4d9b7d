// The restore tests of a hospital with their age and evidence, and the way to record another.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  Actions,
  ButtonLink,
  CsrfField,
  Empty,
  LinkButton,
  Plain,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { ageOf, ageRuleAt, hoursOf, type RestoreTest } from '../restore-test.ts'
import { ageName, outcomeName, sayHours, systemClassName } from '../words.ts'
import { type Reader, sayInstant } from './reader.ts'

const maxTestsShown = 50

export function Tests({
  tests,
  reader,
}: {
  readonly tests: readonly RestoreTest[]
  readonly reader: Reader
}) {
  const { translator, href, mayRecord, now } = reader
  const { t } = translator
  const rule = ageRuleAt(now)
  const links = (
    <Actions>
      {mayRecord && <ButtonLink href={`${href}/tests/new`}>{t('readiness.tests.record')}</ButtonLink>}
      <a href={`${href}/protocols`}>{t('readiness.protocols')}</a>
    </Actions>
  )
  if (tests.length === 0)
    return (
      <Empty heading={t('readiness.tests.none')} action={links}>
        {t('readiness.tests.none.meaning')}
      </Empty>
    )
  const shown = tests.slice(0, maxTestsShown)
  return (
    <Plain
      id="tests"
      heading={t('readiness.tests')}
      aside={t('shell.list.shownOf', { shown: shown.length, total: tests.length })}
    >
      {links}
      <TestTable tests={shown} reader={reader} />
      <p class="s-dense s-quiet">
        {t('readiness.tests.rule', { fresh: rule.freshDays, ageing: rule.ageingDays, from: rule.validFrom })}
      </p>
    </Plain>
  )
}

function TestTable({ tests, reader }: { readonly tests: readonly RestoreTest[]; readonly reader: Reader }) {
  const { translator, href, csrfToken, mayRecord, now } = reader
  const { t } = translator
  return (
    <Table
      caption={t('readiness.tests')}
      rows={tests}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('readiness.test.system'),
          kind: 'head',
          cell: ({ system, systemClass }) => (
            <>
              {system}
              <span class="s-sub">{systemClassName(systemClass, translator)}</span>
            </>
          ),
        },
        {
          label: t('readiness.test.outcome'),
          cell: (test) => (
            <>
              {test.withdrawnAt === null ? (
                <StateWord state={test.outcome === 'restored' ? 'done' : 'late'}>
                  {outcomeName(test.outcome, translator)}
                </StateWord>
              ) : (
                <StateWord state="unknown">{t('readiness.test.withdrawn')}</StateWord>
              )}
              <span class="s-sub">{ageName(ageOf(test, now), translator)}</span>
            </>
          ),
        },
        {
          label: t('readiness.test.when'),
          cell: (test) => (
            <>
              {sayInstant(test.startedAt, reader)}
              <span class="s-sub">
                {sayHours(hoursOf(test), translator)}
                {test.sizeGb !== null && ` · ${formatNumber(test.sizeGb, translator)} GB`}
              </span>
            </>
          ),
        },
        {
          label: t('readiness.test.evidence'),
          main: true,
          cell: ({ watchedBy, note, evidence, recordedByName }) => (
            <>
              {t('readiness.test.watchedBy', { name: watchedBy })}
              {note !== null && <span class="s-sub">{note}</span>}
              {evidence !== null && (
                <span class="s-sub">
                  {evidence.name} <code class="s-raw">SHA-256 {evidence.sha256}</code>
                </span>
              )}
              <span class="s-sub">{t('readiness.test.recordedBy', { name: recordedByName })}</span>
            </>
          ),
        },
        ...(mayRecord
          ? [
              {
                label: t('readiness.test.withdraw'),
                hiddenLabel: true,
                phoneLabel: null,
                cell: ({ id, system, withdrawnAt }: RestoreTest) =>
                  withdrawnAt === null ? (
                    <form method="post" action={`${href}/tests/${id}/withdraw`}>
                      <CsrfField token={csrfToken} />
                      <LinkButton>
                        {t('readiness.test.withdraw')} <span class="s-hide">{system}</span>
                      </LinkButton>
                    </form>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}
