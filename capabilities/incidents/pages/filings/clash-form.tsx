// A contradiction: what was told and what stands here, with source and time, and four honest ways out.
// SPDX-License-Identifier: EUPL-1.2
import { formatList } from '../../../../platform/i18n/index.ts'
import { Button, Clash, CsrfField, RadioField, TextArea, TextField } from '../../../../web/kit/index.ts'
import { type FactKey, factShapes } from '../../fact-keys.ts'
import type { Finding } from '../../filings/contradictions.ts'
import { titleOf } from '../../filings/presentation.ts'
import { settlementKey, settlementWays } from '../../filings/settlement.ts'
import type { KnownFact } from '../../filings/value.ts'
import { labelOf, valueText } from '../../filings/value-text.ts'
import type { Reader } from '../room/place.ts'
import { type FilingProps, mayFile, sayYear } from './place.ts'
import { receiverName } from './words.ts'

/** What was typed, given back with its faults by field: `way`, `reason`, `value`. */
export interface ClashTyped {
  readonly finding: string
  readonly way: string
  readonly reason: string
  readonly typed: string
  readonly faults: Readonly<Record<string, string>>
}

interface ClashPartProps extends FilingProps {
  readonly finding: Finding
  readonly typed: ClashTyped | null
  /** Of its place on the page: the fact, and the filing where two were told. */
  readonly id: string
}

export function ClashPart(props: ClashPartProps) {
  const { view, finding, reader, id } = props
  const { translator } = reader
  const { key, told, draft, kind } = finding
  const authority = receiverName({ authority: told.statement.authority, content: null }, translator).text
  const earlier = view.filings.find((one) => String(one.id) === told.statement.filingId)
  const { t } = translator
  return (
    <Clash
      id={`clash-${id}`}
      label={t('filing-pages.clash.label')}
      heading={t('filing-pages.clash.heading', {
        fact: labelOf(key, reader),
        finding: t(`filings.finding.${kind}`),
      })}
      values={[
        {
          source: t('filing-pages.clash.told', {
            authority,
            title: earlier ? titleOf(earlier.duty, reader) : '',
            at: sayYear(new Date(told.statement.sentAt), reader),
            hasReceipt: told.statement.receipt ? 'yes' : 'other',
            receipt: told.statement.receipt ?? '',
          }),
          figure: sayFact(key, told.fact, reader),
          by: sourceLine(told.fact, reader),
        },
        {
          source: t('filing-pages.clash.draft', { authority: receiverName(view.filing, translator).text }),
          figure: draft ? sayFact(key, draft, reader) : t('filing-pages.clash.nothing'),
          by: draft ? sourceLine(draft, reader) : '',
        },
      ]}
    >
      {mayFile(props) && <SettleForm {...props} authority={authority} />}
    </Clash>
  )
}

function SettleForm({
  finding,
  typed,
  authority,
  reader,
  place,
  id,
}: ClashPartProps & { readonly authority: string }) {
  const { t } = reader.translator
  const { key, told, draft, relation } = finding
  const own = typed?.finding === settlementKey(finding) ? typed : null
  const values = {
    'use-earlier': { value: sayFact(key, told.fact, reader) },
    'use-draft': { value: draft ? sayFact(key, draft, reader) : '', authority },
  }
  const label = (way: (typeof settlementWays)[number]) => {
    if (way === 'use-earlier') return t('filing-pages.clash.use-earlier', values['use-earlier'])
    if (way === 'use-draft')
      return relation === 'same-chain'
        ? t('filing-pages.clash.use-draft.same-chain', values['use-draft'])
        : t('filing-pages.clash.use-draft.other', values['use-draft'])
    return t(`filing-pages.clash.${way}`)
  }
  return (
    <form class="s-stack s-noprint" method="post" action={`${place.here}/settle`}>
      <CsrfField token={place.csrfToken} />
      <input type="hidden" name="finding" value={settlementKey(finding)} />
      <RadioField
        name="way"
        id={`way-${id}`}
        label={t('filings.settle.question')}
        choices={settlementWays.map((way) => ({ value: way, label: label(way) }))}
        value={own?.way}
        error={own?.faults.way}
      />
      <TextArea
        name="reason"
        id={`reason-${id}`}
        label={t('filing-pages.clash.reason')}
        hint={t('filing-pages.clash.reason.hint')}
        rows={2}
        value={own?.reason}
        error={own?.faults.reason}
      />
      <TextField
        name="typed"
        id={`value-${id}`}
        label={t('filing-pages.clash.value')}
        hint={valueHint(key, reader)}
        value={own?.typed}
        error={own?.faults.value}
      />
      <Button kind="secondary">{t('filing-pages.clash.settle', { fact: labelOf(key, reader) })}</Button>
    </form>
  )
}

export function sayFact(key: FactKey, { value, isAtLeast }: KnownFact, reader: Reader): string {
  return valueText(key, value, isAtLeast ?? false, reader)
}

function sourceLine({ source, recordedAt, confidence }: KnownFact, reader: Reader): string {
  const { t, find } = reader.translator
  return t('filings.source', {
    source,
    at: sayYear(new Date(recordedAt), reader),
    confidence: find(`filings.confidence.${confidence}`) ?? confidence,
  })
}

function valueHint(key: FactKey, { translator, timeZone }: Reader): string {
  const { t } = translator
  const shape = factShapes[key]
  switch (shape.kind) {
    case 'instant':
      return t('filing-pages.clash.value.hint.instant', { zone: timeZone })
    case 'answer':
      return t('filing-pages.clash.value.hint.answer', {
        choices: formatList(['yes', 'no', 'unknown'], translator),
      })
    case 'choice':
      return t('filing-pages.clash.value.hint.answer', {
        choices: formatList([...shape.choices], translator),
      })
    case 'countries':
      return t('filing-pages.clash.value.hint.countries')
    case 'text':
      return t('filing-pages.clash.value.hint.text')
    default:
      return t('filing-pages.clash.value.hint.number')
  }
}
