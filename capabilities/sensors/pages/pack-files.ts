// Files of packs for enrolled sensors: bytes, so that the signed metadata can be checked against them.
// SPDX-License-Identifier: EUPL-1.2

import { sensorApi } from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import type { Identify } from '../actions/identify.ts'
import { packFile } from '../contract/forms.ts'
import { refuse } from '../contract/problems.ts'
import { findFile } from '../store/packs.ts'

export function packFilePages(context: Context, identify: Identify): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${sensorApi.packs.path}*`,
      permission: 'public',
      params: packFile,
      query: nothing,
      body: nothing,
      async handle(request) {
        await identify(request)
        const name = request.params['*']
        const content = await context.database.asEngine((scope) => findFile(scope, name))
        if (!content) throw noSuchFile()
        return { file: content, fileName: name, contentType: 'application/octet-stream' }
      },
    }),
  ]
}

function noSuchFile() {
  return refuse({
    code: 'sensors/no-such-file',
    status: 404,
    title: 'There is no such file',
    detail: 'The centre has no file of this name among its packs.',
    remedy: 'Begin again with the newest timestamp; a sensor does so by itself.',
  })
}
