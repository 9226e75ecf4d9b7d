// The sensor itself, for the machine that it will stand on; open to everybody, because it is open source and holds no secret.
// SPDX-License-Identifier: EUPL-1.2
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import type { KeptPackage } from '../actions/package-sensor.ts'
import { refuse } from '../contract/problems.ts'
import { downloadHref } from './paths.ts'

export function downloadPages(kept: KeptPackage): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: downloadHref,
      permission: 'public',
      params: nothing,
      query: nothing,
      body: nothing,
      async handle() {
        const made = await kept()
        if (!made) throw notMade()
        return { file: made.bytes, fileName: made.name, contentType: 'application/gzip' }
      },
    }),
  ]
}

function notMade() {
  return refuse({
    code: 'sensors/not-packaged',
    status: 404,
    title: 'The sensor is not given out here',
    detail: 'This centre could not make the archive of the sensor; its log says why.',
    remedy: 'Tell the centre. A copy of Salus makes it too: npm run salus -- sensors package.',
  })
}
