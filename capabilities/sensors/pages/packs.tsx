// Packs of the centre: what sensors get, until when it is signed, how far it has come; administrators publish the next.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  type Column,
  CsrfField,
  Empty,
  ErrorSummary,
  FileField,
  PageHead,
  Plain,
  ReasonLine,
  Sheet,
  Table,
} from '../../../web/kit/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { publishUpload } from '../actions/publish-upload.ts'
import { sensorLimits } from '../limits.ts'
import { type Pack, selectPacks } from '../store/packs.ts'
import { selectFleet } from '../store/sensors.ts'
import { Fleet, InTrouble } from './fleet.tsx'
import { packsHref } from './paths.ts'
import { instantText, type Reader, readerOf } from './reader.ts'

const packsShown = 50
/** Far more than members have. */
const sensorsRead = 50_000
const dayMs = 86_400_000
/** Signatures that end sooner are worth a reminder: without newer ones sensors take no pack. */
const soonDays = 3

export function packPages(context: Context): readonly Page[] {
  const common = { path: packsHref, params: nothing, query: nothing, body: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      permission: 'sightings:read',
      handle: (request) => show(context, request, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      permission: 'packs:publish',
      maxUploadBytes: sensorLimits.maxUploadBytes,
      async handle(request) {
        const [file] = request.files
        const { t } = context.translator(request.locale)
        if (!file) return show(context, request, t('sensors.packs.noFile'))
        const { id, name } = personOf(request)
        await publishUpload(context, { actor: `person:${id}`, name }, file.content, request.now)
        return { redirect: packsHref }
      },
    }),
  ]
}

async function show(context: Context, request: AnyRequest, error: string | null): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const { packs, sensors, members } = await context.database.asCentre(async (scope) => ({
    packs: await selectPacks(scope, packsShown),
    sensors: await selectFleet(scope, sensorsRead),
    members: await listOrganisations(scope, { kind: 'provider' }),
  }))
  const [newest = null] = packs
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const fleet = { sensors, newest, names, reader }
  const title = newest ? t('sensors.packs.title', { sequence: newest.sequence }) : t('sensors.packs.none')
  const isAdministrator = request.membership?.role === 'administrator'
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error === null ? [] : [{ fieldId: 'file', text: error }]}
      />
      <PageHead title={title} lead={t('sensors.packs.lead')} />
      <div class="s-stack-l">
        {newest && <Expiry pack={newest} reader={reader} />}
        <Sheet id="publish" heading={t('sensors.packs.publish')}>
          {isAdministrator ? (
            <form class="s-stack" method="post" action={packsHref} encType="multipart/form-data">
              <CsrfField token={reader.csrfToken} />
              <FileField
                name="file"
                label={t('sensors.packs.file')}
                hint={t('sensors.packs.hint', { megabytes: sensorLimits.maxUploadBytes / 1024 / 1024 })}
                accept=".salus-pack"
                error={error ?? undefined}
              />
              <Actions>
                <Button>{t('sensors.packs.publish')}</Button>
              </Actions>
            </form>
          ) : (
            <ReasonLine>{tr('sensors.packs.only')}</ReasonLine>
          )}
        </Sheet>
        <InTrouble {...fleet} />
        <Fleet {...fleet} />
        <Plain id="packs" heading={t('sensors.packs.list')} flush={packs.length > 0}>
          {packs.length === 0 ? (
            <Empty heading={t('sensors.packs.none')} headingLevel={3}>
              {t('sensors.packs.none.text')}
            </Empty>
          ) : (
            <Table
              caption={t('sensors.packs.list')}
              columns={columnsOf(reader)}
              rows={packs}
              keyOf={({ sequence }) => sequence}
            />
          )}
        </Plain>
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: packsHref }),
    status: error === null ? 200 : 422,
  }
}

function Expiry({ pack, reader }: { readonly pack: Pack; readonly reader: Reader }) {
  const { tr } = reader.translator
  const left = pack.expiresAt.getTime() - reader.now.getTime()
  const state = left <= 0 ? 'over' : left < soonDays * dayMs ? 'soon' : 'other'
  return (
    <ReasonLine>
      {tr('sensors.packs.expiry', { state, until: instantText(pack.expiresAt, reader) })}
    </ReasonLine>
  )
}

function columnsOf(reader: Reader): readonly Column<Pack>[] {
  const { t } = reader.translator
  const number = (value: number) => formatNumber(value, reader.translator)
  return [
    {
      label: t('sensors.packs.pack'),
      kind: 'head',
      main: true,
      cell: ({ packId, sequence }) => t('sensors.packs.name', { id: packId, sequence }),
    },
    {
      label: t('sensors.packs.when'),
      cell: ({ publishedAt, publishedByName }) => `${instantText(publishedAt, reader)}, ${publishedByName}`,
    },
    { label: t('sensors.packs.rules'), kind: 'number', cell: ({ rules }) => number(rules) },
    { label: t('sensors.packs.indicators'), kind: 'number', cell: ({ indicators }) => number(indicators) },
    {
      label: t('sensors.packs.selfTest'),
      cell: ({ selfTest }) => t('sensors.packs.selfTest.value', { ...selfTest }),
    },
  ]
}
