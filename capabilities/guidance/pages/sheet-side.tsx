// Beside a supplier's answers: its bill of materials, facts that it proposes, whom to reach, and its links.
// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, CsrfField, Facts, LinkButton, Plain, ReasonLine } from '../../../web/kit/index.ts'
import type { FactKey } from '../../facts/index.ts'
import type { SheetView } from '../actions/sheets.ts'
import type { Proposal } from '../proposal.ts'
import { isReadable, linkIsGood, type SheetFile, stateOf } from '../sheet.ts'
import { importHref } from './paths.ts'
import { instantText, type Reader } from './reader.ts'
import { factLabel, valueText } from './words.ts'

interface SideProps {
  readonly view: SheetView
  readonly reader: Reader
  readonly here: string
}

export function Files({ view, reader, here }: SideProps) {
  const { t } = reader.translator
  const readable = view.files.filter(isReadable)
  const refused = view.files.length - readable.length
  return (
    <Plain id="files" heading={t('guidance.files.heading')}>
      {readable.length === 0 && <p>{t('guidance.files.none')}</p>}
      {readable.toReversed().map((file) => (
        <div class="s-stack" key={file.id}>
          <p class="s-said">
            <b>{file.fileName}</b>
          </p>
          <p class="s-dense">
            {t('guidance.files.what', {
              format: formatName(file),
              components: file.components,
              faults: file.faults,
              moment: instantText(file.recordedAt, reader),
            })}
          </p>
          <FileWays file={file} reader={reader} here={here} />
        </div>
      ))}
      {refused > 0 && <p class="s-dense s-quiet">{t('guidance.files.refused', { count: refused })}</p>}
    </Plain>
  )
}

function formatName({ format, formatVersion }: SheetFile): string {
  const name = format === 'spdx-json' ? 'SPDX' : 'CycloneDX'
  // SPDX says its name in its version.
  return formatVersion ? `${name} ${formatVersion.replace(/^SPDX-/, '').slice(0, 20)}` : name
}

function FileWays({
  file,
  reader,
  here,
}: {
  readonly file: SheetFile
  readonly reader: Reader
  readonly here: string
}) {
  const { t } = reader.translator
  if (file.importId !== null)
    return (
      <p>
        <a href={importHref(reader.organisationId, file.importId)}>{t('guidance.files.imported')}</a>
      </p>
    )
  return (
    <>
      <p>
        <a href={`${here}/files/${file.id}`}>
          {t('guidance.files.download')}
          <span class="s-hide"> {file.fileName}</span>
        </a>
      </p>
      {reader.mayWrite && (
        <form method="post" action={`${here}/files/${file.id}/import`}>
          <CsrfField token={reader.csrfToken} />
          <Button kind="secondary">{t('guidance.files.import')}</Button>
          <p class="s-small s-quiet">{t('guidance.files.import.hint')}</p>
        </form>
      )}
    </>
  )
}

/** Proposed only: what counts about a house is said by the house. */
export function Proposals({
  proposals,
  keys,
  supplier,
  reader,
  here,
}: {
  readonly proposals: readonly Proposal[]
  readonly keys: ReadonlyMap<string, FactKey>
  readonly supplier: string
  readonly reader: Reader
  readonly here: string
}) {
  const { translator } = reader
  const { t, tr } = translator
  if (proposals.length === 0) return null
  return (
    <Plain id="proposals" heading={t('guidance.proposals.heading')}>
      {proposals.map(({ fact, value, current }) => (
        <div class="s-stack" key={fact}>
          <p>
            <b>{factLabel(keys, fact, translator)}</b>
          </p>
          <ReasonLine>
            {tr('guidance.proposals.because', {
              supplier,
              current: valueText(keys, fact, current, translator),
              value: valueText(keys, fact, value, translator),
            })}
          </ReasonLine>
          {reader.mayWrite && (
            <form method="post" action={`${here}/facts/${fact}`}>
              <CsrfField token={reader.csrfToken} />
              <input type="hidden" name="value" value={value} />
              <Actions>
                <Button kind="secondary" name="take" value="yes">
                  {t('guidance.proposals.take')}
                </Button>
                <LinkButton name="take" value="no">
                  {t('guidance.proposals.decline')}
                </LinkButton>
              </Actions>
            </form>
          )}
        </div>
      ))}
    </Plain>
  )
}

export function Contact({ view: { sheet }, reader }: Omit<SideProps, 'here'>) {
  const { t } = reader.translator
  const contact = sheet.latest?.contact
  if (!contact || (contact.name === null && contact.reach === null)) return null
  return (
    <Plain id="contact" heading={t('guidance.contact.heading')}>
      <Facts
        facts={[
          { term: t('guidance.contact.name'), value: contact.name ?? t('guidance.answer.none') },
          { term: t('guidance.contact.reach'), value: contact.reach ?? t('guidance.answer.none') },
        ]}
      />
    </Plain>
  )
}

export function Links({ view, reader, here }: SideProps) {
  const { t } = reader.translator
  return (
    <Plain id="links" heading={t('guidance.link.heading')}>
      {view.links.map((link) => (
        <div class="s-stack" key={link.id}>
          <p class="s-dense">
            {link.revokedAt
              ? t('guidance.link.revoked', { moment: instantText(link.revokedAt, reader) })
              : t(linkIsGood(link, reader.now) ? 'guidance.link.until' : 'guidance.link.over', {
                  moment: instantText(link.until, reader),
                })}
          </p>
          {reader.mayWrite && linkIsGood(link, reader.now) && (
            <form method="post" action={`${here}/links/${link.id}/take-back`}>
              <CsrfField token={reader.csrfToken} />
              <LinkButton>{t('guidance.link.takeBack')}</LinkButton>
            </form>
          )}
        </div>
      ))}
      {reader.mayWrite && (
        <>
          <form method="post" action={`${here}/links`}>
            <CsrfField token={reader.csrfToken} />
            <Button kind="secondary">{t('guidance.link.make')}</Button>
          </form>
          {stateOf(view.sheet) === 'handed-in' && (
            <form method="post" action={`${here}/reopen`}>
              <CsrfField token={reader.csrfToken} />
              <LinkButton>{t('guidance.sheet.reopen')}</LinkButton>
            </form>
          )}
        </>
      )}
    </Plain>
  )
}
