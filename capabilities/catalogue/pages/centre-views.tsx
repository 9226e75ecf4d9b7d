// The three views of the catalogue that the centre works with.
// SPDX-License-Identifier: EUPL-1.2
import { Views } from '../../../web/kit/index.ts'
import { centreDemand, centreItems, centreRequests } from './paths.ts'
import type { Reader } from './reader.ts'

export function CentreViews({
  reader,
  current,
}: {
  readonly reader: Reader
  readonly current: 'requests' | 'demand' | 'items'
}) {
  const { t } = reader.translator
  const views = [
    { name: 'requests', href: centreRequests },
    { name: 'demand', href: centreDemand },
    { name: 'items', href: centreItems },
  ] as const
  return (
    <Views
      label={t('catalogue.views')}
      views={views.map(({ name, href }) => ({
        label: t(`catalogue.views.${name}`),
        href,
        current: name === current,
      }))}
    />
  )
}
