// The forms for assets, traces of the attack and evidence.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  FileField,
  MomentField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../../web/kit/index.ts'
import { addEvidence, handOverEvidence, maxEvidenceMegabytes } from '../../actions/evidence.ts'
import { addCaseAsset, addIndicators } from '../../actions/keep.ts'
import { assetForm, evidenceForm, handOverForm, indicatorForm, limits } from '../../contract/room-forms.ts'
import { maxIndicatorLines, readIndicatorLines } from '../../indicator-text.ts'
import { type FoundAsset, searchOwnAssets, shownAssets } from '../../store/asset-search.ts'
import { type IndicatorType, indicatorTypes } from '../../store/room.ts'
import { type At, accessOf, type RoomForm } from './form.tsx'
import { localText, readFields, type Typed } from './typed.ts'

interface AssetCommand {
  readonly assetId: number
  readonly note: string | null
}

/** Behind the member's door only: guests and the centre never see the inventory. */
export const asset: RoomForm<Typed, AssetCommand> = {
  path: '/assets',
  body: assetForm,
  forGuests: false,
  labels: { assetId: 'room.assets.number', note: 'room.assets.noteLabel' },
  exists: ({ view }) => view.access.via === 'member',
  title: ({ reader }) => reader.translator.t('room.assets.title'),
  lead: ({ reader }) => reader.translator.t('room.assets.lead'),
  button: ({ reader }) => reader.translator.t('room.assets.button'),
  back: '#assets',
  async start(at) {
    const search = at.query.search ?? ''
    const found = search === '' ? [] : await findAssets(at, search)
    return { assetId: '', note: '', search, found: JSON.stringify(found) }
  },
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    const found = foundIn(typed)
    return (
      <>
        {found.length > 0 ? (
          <RadioField
            name="assetId"
            label={t('room.assets.found')}
            {...(found.length > shownAssets ? { hint: t('room.assets.more', { count: shownAssets }) } : {})}
            value={typed.assetId}
            error={errorOf('assetId')}
            choices={found.slice(0, shownAssets).map(({ id, title, version, site }) => ({
              value: String(id),
              label: title,
              hint: [version, site].filter(Boolean).join(' · '),
            }))}
          />
        ) : (
          <TextField
            name="assetId"
            label={t('room.assets.number')}
            hint={t(typed.search ? 'room.assets.nothing' : 'room.assets.searchFirst')}
            inputMode="numeric"
            value={typed.assetId}
            error={errorOf('assetId')}
          />
        )}
        <TextField
          name="note"
          label={t('room.assets.noteLabel')}
          value={typed.note}
          error={errorOf('note')}
        />
      </>
    )
  },
  after: ({ reader, place, query }) => (
    <form class="s-stack s-above" method="get" action={`${place.base}/assets`}>
      <TextField
        name="search"
        type="search"
        label={reader.translator.t('room.assets.search')}
        value={query.search}
      />
      <Actions>
        <Button kind="secondary">{reader.translator.t('shell.filter.search')}</Button>
      </Actions>
    </form>
  ),
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const number = read.text('assetId', 20)
    if (number !== '' && !/^\d{1,15}$/.test(number)) read.fault('assetId', 'no-number')
    const said = read.optional('note', limits.serviceNote)
    return read.outcome(() => ({ assetId: Number(number), note: said }))
  },
  act: (command, at, { now }) => addCaseAsset(at.context, accessOf(at), command, now),
}

function findAssets({ context, view }: At, search: string): Promise<readonly FoundAsset[]> {
  return context.database.asMember(view.access.organisationId, (scope) => searchOwnAssets(scope, search))
}

/** Written by `start` alone; a form that comes back with a fault has no list and asks for the number. */
function foundIn({ found }: Typed): readonly FoundAsset[] {
  return found ? (JSON.parse(found) as readonly FoundAsset[]) : []
}

interface IndicatorCommand {
  readonly indicators: readonly {
    readonly type: IndicatorType
    readonly value: string
    readonly note: string | null
  }[]
}

export const indicator: RoomForm<Typed, IndicatorCommand> = {
  path: '/indicators',
  body: indicatorForm,
  forGuests: true,
  labels: { lines: 'room.indicators.lines', note: 'room.indicators.note' },
  title: ({ reader }) => reader.translator.t('room.indicators.title'),
  lead: ({ reader }) => reader.translator.t('room.indicators.lead', { max: maxIndicatorLines }),
  button: ({ reader }) => reader.translator.t('room.indicators.button'),
  back: '#indicators',
  start: () => ({ lines: '', type: '', note: '' }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <TextArea
          name="lines"
          label={t('room.indicators.lines')}
          hint={t('room.indicators.lines.hint')}
          rows={8}
          value={typed.lines}
          error={errorOf('lines')}
        />
        <SelectField
          name="type"
          label={t('room.indicators.type')}
          value={typed.type}
          options={[
            { value: '', label: t('room.indicators.detect') },
            ...indicatorTypes.map((value) => ({ value, label: t(`room.indicatorType.${value}`) })),
          ]}
        />
        <TextField name="note" label={t('room.indicators.note')} value={typed.note} error={errorOf('note')} />
      </>
    )
  },
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const said = read.optional('note', limits.serviceNote)
    const lines = readIndicatorLines(typed.lines ?? '')
    if (!lines.ok) read.fault('lines', lines.fault)
    const chosen = indicatorTypes.find((type) => type === typed.type)
    return read.outcome(() => ({
      indicators: (lines.ok ? lines.indicators : []).map((one) => ({
        type: chosen ?? one.type,
        value: one.value,
        note: said,
      })),
    }))
  },
  act: ({ indicators }, at, { now }) => addIndicators(at.context, accessOf(at), indicators, now),
}

interface EvidenceCommand {
  readonly fileName: string
  readonly content: Buffer
  readonly takenFrom: string
  readonly takenAt: Date
}

const unnamed = 'evidence.bin'
const maxFileName = 300

export const evidence: RoomForm<Typed, EvidenceCommand> = {
  path: '/evidence',
  body: evidenceForm,
  forGuests: true,
  labels: {
    file: 'room.evidence.file',
    takenFrom: 'room.evidence.takenFrom',
    takenAt: 'room.evidence.takenAt',
  },
  uploadBytes: maxEvidenceMegabytes * 1024 * 1024,
  title: ({ reader }) => reader.translator.t('room.evidence.title'),
  lead: ({ reader }) => reader.translator.t('room.evidence.lead', { megabytes: maxEvidenceMegabytes }),
  button: ({ reader }) => reader.translator.t('room.evidence.button'),
  back: '#evidence',
  start: ({ reader }) => ({ takenFrom: '', takenAt: localText(reader.now, reader.timeZone) }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        <FileField
          name="file"
          label={t('room.evidence.file')}
          hint={t('room.evidence.file.hint')}
          error={errorOf('file')}
        />
        <TextField
          name="takenFrom"
          label={t('room.evidence.takenFrom')}
          hint={t('room.evidence.takenFrom.hint')}
          value={typed.takenFrom}
          error={errorOf('takenFrom')}
        />
        <MomentField
          name="takenAt"
          label={t('room.evidence.takenAt')}
          hint={t('room.field.zone', { zone: reader.timeZone })}
          value={typed.takenAt}
          error={errorOf('takenAt')}
        />
      </>
    )
  },
  read(typed, { reader }, files) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const [file] = files
    const content = file?.content ?? Buffer.alloc(0)
    if (content.length === 0) read.fault('file', 'no-file')
    const takenFrom = read.text('takenFrom', limits.place)
    const takenAt = read.moment('takenAt', 'past')
    const fileName = (file?.name ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, maxFileName)
    return read.outcome(() => ({ fileName: fileName || unnamed, content, takenFrom, takenAt }))
  },
  async act(command, at, { now }) {
    await addEvidence(at.context, accessOf(at), command, now)
  },
}

export const handOver: RoomForm<Typed, { readonly fileId: number; readonly toWhom: string }> = {
  path: '/evidence/:item/hand-over',
  body: handOverForm,
  forGuests: true,
  labels: { toWhom: 'room.handOver.toWhom' },
  inClosedCase: () => true,
  exists: ({ view, item }) => view.files.some(({ id }) => String(id) === item),
  title: ({ reader, view, item }) =>
    reader.translator.t('room.handOver.title', {
      file: view.files.find(({ id }) => String(id) === item)?.fileName ?? '',
    }),
  lead: ({ reader }) => reader.translator.t('room.handOver.lead'),
  button: ({ reader }) => reader.translator.t('room.save'),
  back: '#evidence',
  start: () => ({ toWhom: '' }),
  Fields: ({ reader, typed, errorOf }) => (
    <TextField
      name="toWhom"
      label={reader.translator.t('room.handOver.toWhom')}
      hint={reader.translator.t('room.handOver.toWhom.hint')}
      value={typed.toWhom}
      error={errorOf('toWhom')}
    />
  ),
  read(typed, { reader, item }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const toWhom = read.text('toWhom', limits.name)
    return read.outcome(() => ({ fileId: Number(item), toWhom }))
  },
  act: (command, at, { now }) => handOverEvidence(at.context, accessOf(at), command, now),
}
