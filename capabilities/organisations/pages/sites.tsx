// The sites of an organisation: the list, and for its lead the form to add one.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { Button, CsrfField, LinkButton, Plain, Table, TextField } from '../../../web/kit/index.ts'
import type { Site } from '../organisation.ts'

export type SiteFault = 'name' | 'taken'

export interface SitesProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly base: string
  readonly sites: readonly Site[]
  readonly mayEdit: boolean
  readonly typed: { readonly name: string; readonly city: string }
  readonly fault: SiteFault | null
}

export function Sites(props: SitesProps) {
  const { translator, csrfToken, base, sites, mayEdit, typed, fault } = props
  const { t } = translator
  return (
    <Plain id="sites" heading={t('organisations.sites.heading')}>
      {sites.length === 0 ? <p>{t('organisations.sites.none')}</p> : <SiteTable {...props} />}
      {mayEdit && (
        <form class="s-stack" method="post" action={`${base}/sites`}>
          <CsrfField token={csrfToken} />
          <TextField
            name="name"
            label={t('organisations.site.name')}
            value={typed.name}
            error={fault ? siteFaultText(translator, fault) : undefined}
          />
          <TextField name="city" label={t('organisations.site.city')} value={typed.city} />
          <Button kind="secondary">{t('organisations.site.add')}</Button>
        </form>
      )}
    </Plain>
  )
}

function SiteTable({ translator, csrfToken, base, sites, mayEdit }: SitesProps) {
  const { t } = translator
  return (
    <Table
      caption={t('organisations.sites.heading')}
      rows={sites}
      keyOf={(site) => site.id}
      columns={[
        { label: t('organisations.site.name'), kind: 'head', cell: (site) => site.name },
        { label: t('organisations.site.city'), cell: (site) => site.city ?? '–' },
        ...(mayEdit
          ? [
              {
                label: t('organisations.remove'),
                hiddenLabel: true,
                phoneLabel: null,
                cell: (site: Site) => (
                  <form method="post" action={`${base}/sites/${site.id}/remove`}>
                    <CsrfField token={csrfToken} />
                    <LinkButton>
                      {t('organisations.remove')} <span class="s-hide">{site.name}</span>
                    </LinkButton>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

export function siteFaultText({ t }: Translator, fault: SiteFault): string {
  return fault === 'taken' ? t('organisations.site.taken') : t('organisations.name.wrong')
}
