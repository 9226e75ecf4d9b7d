// The door of playbooks: the library, and runs that people carry out together at their own pace.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { libraryPages, listPath } from './pages/index.ts'

export type { CarriedOut, Order } from './actions/carry-out.ts'
export { findWhole, listPlaybooks, playbooksFor, readRun, runsOf } from './actions/find.ts'
export {
  answerDecision,
  completeStep,
  endRun,
  noteOnStep,
  reopenStep,
  type Start,
  startRun,
  takeStep,
} from './actions/run.ts'
export { maxCommandIdCharacters, maxNoteCharacters } from './contract.ts'
export {
  answerWord,
  dueWord,
  PlaybookFacts,
  PlaybookRemarks,
  playbookHref,
  RunHead,
  StepCard,
  StepList,
  stateWord,
} from './pages/index.ts'
export {
  type IncidentKind,
  incidentKinds,
  type Outcome,
  roles,
  textsIn,
  type WholePlaybook,
} from './playbook.ts'
export type { Actor, Done, Mark, RunNote } from './run.ts'
export type { StepState } from './standing.ts'
export type { AnswerView, StepStanding, StepView } from './step-view.ts'
export type { PlaybookView, RunView } from './view.ts'

export function createPlaybooks(context: Context): Capability {
  return {
    name: 'playbooks',
    permissions: {
      'playbooks:read': ['reader', 'responder', 'lead', 'duty-officer', 'administrator'],
      'playbooks:import': ['duty-officer', 'administrator'],
    },
    routes: [],
    pages: libraryPages(context),
    jobs: [],
    subscriptions: [],
    menu: [
      {
        area: 'member',
        label: 'playbooks.menu',
        permission: 'playbooks:read',
        position: 60,
        href: () => listPath,
      },
      {
        area: 'centre',
        label: 'playbooks.menu',
        permission: 'playbooks:read',
        position: 60,
        href: () => listPath,
      },
    ],
  }
}
