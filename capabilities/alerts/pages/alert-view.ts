// Everything that the page of one alert shows, loaded in one transaction.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { historyOf } from '../../../platform/journal/journal.ts'
import { readPersonNames } from '../../accounts/index.ts'
import { summariesOf, threatFactsOf } from '../../advisories/index.ts'
import { assetsOfVersions } from '../../assets/index.ts'
import { concernedVersions, exemptionsOf, foldedInto, verdictsOn } from '../../matching/index.ts'
import { obligationsOfSubjects } from '../../obligations/index.ts'
import { noSuchAlert } from '../actions/answer.ts'
import { whatHelps } from '../actions/what-helps.ts'
import { situationsOf } from '../situations.ts'
import { selectWarnings } from '../store/warnings.ts'
import { alertsTakingOver, findAlert } from '../store.ts'
import { warningText } from '../warning.ts'
import { partAssets } from './exempted.tsx'
import { partPieces } from './other-pieces.tsx'
import { remediationOf } from './remediation.tsx'
import type { Reader } from './words.ts'

const historyLimit = 50
const maxFurtherSources = 20
const maxLeadLength = 600

export type AlertView = Awaited<ReturnType<typeof loadView>>

export async function loadView(
  context: Context,
  { organisationId, alertId }: { readonly organisationId: number; readonly alertId: number },
  { translator: { locale }, now }: Reader,
) {
  return context.database.asMember(organisationId, async (scope) => {
    const alert = await findAlert(scope, alertId)
    if (!alert) throw noSuchAlert(alertId)
    const [summary] = await summariesOf(scope, [alert.advisoryId])
    if (!summary) throw noSuchAlert(alertId)
    const [warning] = alert.raisedFor === 'warning' ? await selectWarnings(scope, [alert.advisoryId]) : []
    const said = warning ? warningText(warning.texts, locale) : null
    const threat = (await threatFactsOf(scope, [alert.advisoryId])).get(alert.advisoryId) ?? null
    const named = await assetsOfVersions(scope, await concernedVersions(scope, alert.advisoryId))
    const { assets: counting, exempted } = partAssets(named, await exemptionsOf(scope, alert.advisoryId))
    const ofCounting = await verdictsOn(scope, alert.advisoryId, [
      ...new Set(counting.map((asset) => asset.productVersionId)),
    ])
    const { assets, otherPieces } = partPieces(counting, ofCounting)
    const versionIds = [...new Set(assets.map((asset) => asset.productVersionId))]
    const verdicts = ofCounting.filter((verdict) => versionIds.includes(verdict.productVersionId))
    const alsoSaidBy = await summariesOf(
      scope,
      (await foldedInto(scope, alert.advisoryId, versionIds)).slice(0, maxFurtherSources),
    )
    const takenOverBy =
      alert.endedBecause === 'folded' ? await alertsTakingOver(scope, organisationId, alert.advisoryId) : []
    const remediation = await remediationOf(scope, alert.advisoryId)
    const obligations = await obligationsOfSubjects(scope, 'alert', [alert.id])
    const history = await historyOf(
      scope,
      { organisationId, objectType: 'alert', objectId: alert.id },
      historyLimit,
    )
    const people = history.flatMap(({ actor }) =>
      actor.startsWith('person:') ? [Number(actor.slice('person:'.length))] : [],
    )
    const names = new Map(
      (await readPersonNames(scope, [...new Set(people)])).map((person) => [person.id, person.name]),
    )
    const situations = situationsOf({
      path: alert.urgencyPath.path,
      remediations: summary.content.remediations,
      assets,
    })
    return {
      alert,
      summary,
      warning: warning ?? null,
      title: said?.title ?? summary.title,
      lead: said ? said.seen : summary.content.summary?.slice(0, maxLeadLength),
      threat,
      situations,
      helps: await whatHelps(scope, situations, now),
      assets,
      exempted,
      otherPieces,
      verdicts,
      alsoSaidBy,
      takenOverBy,
      remediation,
      obligations,
      history,
      names,
    }
  })
}
