// The form for one group of facts: each with the field of its shape, with source, confidence, and the reason of a correction.
// SPDX-License-Identifier: EUPL-1.2
import {
  CheckboxField,
  MomentField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../../web/kit/index.ts'
import { recordFacts } from '../../actions/facts.ts'
import { factsForm, limits } from '../../contract/room-forms.ts'
import { type Confidence, confidences, currentValue, type FactValue } from '../../fact.ts'
import { type FactGroup, type FactKey, factShapes } from '../../fact-keys.ts'
import { maxFactText } from '../../fact-value.ts'
import { groups, keysOf } from './facts-part.tsx'
import { type At, accessOf, type FieldsProps, type RoomForm } from './form.tsx'
import type { RoomData } from './load.ts'
import { localText, readFields, type Typed } from './typed.ts'

interface FactsTyped {
  readonly facts: readonly { readonly key: FactKey; readonly typed: string }[]
  readonly source: string
  readonly confidence: Confidence
  readonly reason: string | null
}

function groupOf(item: string): FactGroup | undefined {
  return groups.find((group) => group === item)
}

export const factForm: RoomForm<Typed, FactsTyped> = {
  path: '/facts/:item',
  body: factsForm,
  forGuests: true,
  labels: { source: 'room.facts.source', confidence: 'room.facts.sure', reason: 'room.facts.reason' },
  exists: ({ item }) => groupOf(item) !== undefined,
  title: ({ item, reader }) => reader.translator.t(`room.group.${groupOf(item) ?? 'times'}`),
  lead: ({ reader }) => reader.translator.t('room.facts.lead'),
  button: ({ reader }) => reader.translator.t('room.facts.button'),
  back: '#facts',
  start: (at) => ({
    source: '',
    confidence: '',
    reason: '',
    ...Object.fromEntries(
      keysOf(groupOf(at.item) ?? 'times').flatMap((key) => {
        const shown = shownText(key, at.view, at.reader.timeZone)
        return [
          [`fact-${key}`, shown],
          [`was-${key}`, shown],
          [`again-${key}`, ''],
        ]
      }),
    ),
  }),
  Fields: FactFields,
  read: readFactsTyped,
  async act(command, at, request) {
    await recordFacts(at.context, accessOf(at), { ...command, timeZone: at.reader.timeZone }, request.now)
  },
}

/** Only what this person changed is sent on, so that nobody else's newer word is written over by an old page. */
function readFactsTyped(typed: Typed, at: At) {
  const { timeZone, now } = at.reader
  const read = readFields(typed, timeZone, now)
  const facts: { key: FactKey; typed: string }[] = []
  let corrects = false
  for (const key of keysOf(groupOf(at.item) ?? 'times')) {
    const given = normal(typed[`fact-${key}`])
    const was = normal(typed[`was-${key}`])
    const stands = normal(shownText(key, at.view, timeZone))
    const value = currentValue(at.view.ledger, key)
    if (given !== was) {
      if (stands !== was && stands !== given) read.fault(`fact-${key}`, 'changed-meanwhile')
      facts.push({ key, typed: given })
      corrects ||= value !== null && given !== stands
    } else if (typed[`again-${key}`] === 'yes' && value !== null) {
      facts.push({ key, typed: exactText(value) })
    }
  }
  const source = read.text('source', limits.source)
  const confidence = read.choice('confidence', confidences)
  const reason = read.optional('reason', limits.reason)
  if (corrects && reason === null) read.fault('reason', 'reason-missing')
  if (facts.length === 0) read.fault('source', 'nothing-new')
  return read.outcome(() => ({ facts, source, confidence, reason }))
}

/** Browsers send line ends as two characters. */
function normal(text: string | undefined): string {
  return (text ?? '').replaceAll('\r\n', '\n').trim()
}

function shownText(key: FactKey, { ledger }: RoomData, timeZone: string): string {
  const value = currentValue(ledger, key)
  if (value === null) return ''
  return factShapes[key].kind === 'instant' ? localText(new Date(String(value)), timeZone) : exactText(value)
}

function exactText(value: FactValue): string {
  return typeof value === 'object' ? value.join(' ') : String(value)
}

function FactFields(props: FieldsProps<Typed>) {
  const { item, reader, view, typed, errorOf } = props
  const { t } = reader.translator
  const keys = keysOf(groupOf(item) ?? 'times')
  return (
    <>
      {keys.map((key) => (
        <div key={key}>
          <input type="hidden" name={`was-${key}`} value={nowStanding(key, props)} />
          <FactField factKey={key} {...props} />
          {currentValue(view.ledger, key) !== null && (
            <CheckboxField
              name={`again-${key}`}
              label={t('room.facts.again')}
              hideLabel
              values={[typed[`again-${key}`] ?? '']}
              choices={[
                { value: 'yes', label: t('room.facts.again.one', { fact: t(`filings.fact.${key}`) }) },
              ]}
            />
          )}
        </div>
      ))}
      <TextField
        name="source"
        label={t('room.facts.source')}
        hint={t('room.facts.source.hint')}
        value={typed.source}
        error={errorOf('source')}
      />
      <RadioField
        name="confidence"
        label={t('room.facts.sure')}
        value={typed.confidence}
        error={errorOf('confidence')}
        choices={confidences.map((value) => ({ value, label: t(`filings.confidence.${value}`) }))}
      />
      <TextArea
        name="reason"
        label={t('room.facts.reason')}
        hint={t('room.facts.reason.hint')}
        rows={2}
        value={typed.reason}
        error={errorOf('reason')}
      />
    </>
  )
}

/** After "somebody changed it meanwhile" the page has shown the newer value, and sending it again is a correction of that. */
function nowStanding(key: FactKey, { view, reader, typed, errorOf }: FieldsProps<Typed>): string {
  return errorOf(`fact-${key}`) === reader.translator.t('room.fault.changed-meanwhile')
    ? shownText(key, view, reader.timeZone)
    : (typed[`was-${key}`] ?? '')
}

function FactField({ factKey: key, ...props }: FieldsProps<Typed> & { readonly factKey: FactKey }) {
  const { reader, view, typed, errorOf } = props
  const { t, find } = reader.translator
  const name = `fact-${key}`
  const shape = factShapes[key]
  const error = errorOf(name)
  const current = view.ledger.get(key)?.current
  const common = {
    name,
    label: t(`filings.fact.${key}`),
    value: typed[name],
    error:
      error === t('room.fault.changed-meanwhile') && current
        ? t('room.fault.changed-by', {
            name: current.recordedBy,
            value: shownText(key, view, reader.timeZone),
          })
        : error,
  }
  const choice = (value: string) =>
    find(`filings.choice.${key}.${value}`) ?? find(`filings.answer.${value}`) ?? value
  switch (shape.kind) {
    case 'text':
      return <TextArea {...common} rows={2} maxLength={maxFactText} />
    case 'instant':
      return <MomentField {...common} hint={t('room.field.zone', { zone: reader.timeZone })} />
    case 'answer':
    case 'choice':
      return (
        <SelectField
          {...common}
          options={[
            { value: '', label: t('room.facts.nothing') },
            ...(shape.kind === 'answer' ? ['yes', 'no', 'unknown'] : shape.choices).map((value) => ({
              value,
              label: choice(value),
            })),
          ]}
        />
      )
    case 'countries':
      return <TextField {...common} hint={t('room.facts.countries.hint')} />
    case 'count':
      return <TextField {...common} inputMode="numeric" />
    case 'percent':
      return <TextField {...common} inputMode="numeric" hint={t('room.facts.percent.hint')} />
    case 'hours':
      return <TextField {...common} inputMode="numeric" hint={t('room.facts.hours.hint')} />
  }
}
