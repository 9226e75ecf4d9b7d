// Every screen about sensors, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { Identify } from '../actions/identify.ts'
import { packageKeeper } from '../actions/package-sensor.ts'
import { downloadPages } from './download.ts'
import { enrolPages } from './enrol.tsx'
import { homePages } from './home.tsx'
import { packFilePages } from './pack-files.ts'
import { packPages } from './packs.tsx'
import { sensorDetailPages } from './sensor.tsx'
import { itemPages } from './sighting.tsx'
import { sightingPages } from './sightings.tsx'
import { warnPages } from './warn.tsx'

export function sensorPages(context: Context, identify: Identify): readonly Page[] {
  const kept = packageKeeper(context)
  return [
    ...homePages(context),
    ...enrolPages(context, kept),
    ...downloadPages(kept),
    ...sensorDetailPages(context),
    ...sightingPages(context),
    ...itemPages(context),
    ...warnPages(context),
    ...packPages(context),
    ...packFilePages(context, identify),
  ]
}
