// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { type FieldFault, type ProblemValues, Refusal } from '../../../platform/http/problem.ts'

export type AssessmentsCode =
  | 'assessments/unknown'
  | 'assessments/not-running'
  | 'assessments/running-already'
  | 'assessments/link-closed'
  | 'assessments/moved-on'
  | 'assessments/campaign-runs'
  | 'assessments/extract-made'
  | 'assessments/too-few'
  | 'assessments/framework-faulty'
  | 'assessments/framework-known'

function refusal(
  code: AssessmentsCode,
  status: 404 | 409 | 410 | 422,
  [title, detail, remedy]: readonly [title: string, detail: string, remedy: string],
  more: { readonly values?: ProblemValues; readonly faults?: readonly FieldFault[] } = {},
): Refusal {
  return new Refusal({ code, status, title, detail, remedy, ...more })
}

export const unknownHere = () =>
  refusal('assessments/unknown', 404, [
    'This is not here',
    'There is no check, question, plan line, campaign or framework of this name that you may see.',
    'Open it from the page “Yearly check”.',
  ])

export const notRunning = () =>
  refusal('assessments/not-running', 409, [
    'No check is running',
    'The check was closed, or none was started. Your answer was not saved.',
    'Start a check on the page “Yearly check”; what is known already is not asked again.',
  ])

export const runningAlready = () =>
  refusal('assessments/running-already', 409, [
    'A check is running already',
    'Somebody of your house started it. Nothing was changed.',
    'Go on with it; the depth can be changed at any time.',
  ])

export const linkClosed = () =>
  refusal('assessments/link-closed', 410, [
    'This link is closed',
    'It is not known here, was taken back, its time is over, or the check was closed.',
    'Ask the person who sent it for a new one.',
  ])

export const movedOn = () =>
  refusal('assessments/moved-on', 409, [
    'This has moved on',
    'Somebody took this step since you opened the page. Nothing was changed.',
    'Load the page again to see how it stands.',
  ])

export const campaignRuns = (year: number) =>
  refusal(
    'assessments/campaign-runs',
    409,
    [
      'A campaign of this year is running',
      `Members are asked for the check of ${year} already. Nothing was changed.`,
      'End it first, or open one for another year.',
    ],
    { values: { year } },
  )

export const extractMade = (year: number) =>
  refusal(
    'assessments/extract-made',
    409,
    [
      'The extract of this year was made before',
      `The comparison of ${year} stands as it is. A second one could be compared with the first, and would show single houses.`,
      'Use the one that is there, or make that of another year.',
    ],
    { values: { year } },
  )

export const tooFew = (year: number, least: number) =>
  refusal(
    'assessments/too-few',
    422,
    [
      'Too few houses have closed their check',
      `For ${year} there are fewer than ${least}, so nothing could be shown. Nothing was stored.`,
      'Wait until more have closed it.',
    ],
    { values: { year, least } },
  )

export const frameworkFaulty = (faults: readonly FieldFault[]) =>
  refusal(
    'assessments/framework-faulty',
    422,
    [
      'This file cannot be read as a framework',
      faults
        .map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`)
        .join(' ')
        .slice(0, 2000),
      'Correct the places named here, or get the file from its publisher again. Nothing was stored.',
    ],
    { values: { count: faults.length }, faults },
  )

export const frameworkKnown = (name: string, version: string) =>
  refusal(
    'assessments/framework-known',
    409,
    [
      'This version is here already',
      `${name}, version ${version}, was imported before. Nothing was changed.`,
      'Import another version; the old one stays readable.',
    ],
    { values: { name, version } },
  )
