// How the example's hospitals have answered: some at once, some late, some not at all.
// SPDX-License-Identifier: EUPL-1.2

interface ExampleAnswer {
  readonly member: string
  readonly advisory: string
  readonly person: string
  readonly hoursAgo: number
  readonly kind: 'acknowledge' | 'progress' | 'remediate' | 'accept-risk' | 'not-applicable'
  readonly applies?: 'yes' | 'some' | 'unknown'
  readonly assignee?: string
  readonly reason?: string
  /** For an accepted risk: in so many days from now. */
  readonly untilDays?: number
}

/** Oldest first. Whoever is not named here has not answered. */
export const answers: readonly ExampleAnswer[] = [
  {
    ...{ member: 'erlenau', advisory: 'VM-2026-014', person: 'security', hoursAgo: 91, kind: 'acknowledge' },
    ...{ applies: 'yes', assignee: 'Henrike Tolzmann, Medizintechnik' },
  },
  {
    ...{ member: 'ballincreel', advisory: 'VM-2026-014', person: 'it', hoursAgo: 86, kind: 'acknowledge' },
    ...{ applies: 'yes', assignee: 'Fiadh Corrimore' },
  },
  {
    ...{ member: 'ballincreel', advisory: 'VM-2026-014', person: 'it', hoursAgo: 70, kind: 'progress' },
    reason: 'Port 8443 is closed at the firewall. The technician comes with 4.2.0 this week.',
  },
  {
    ...{ member: 'erlenau', advisory: 'VM-2026-014', person: 'biomedical', hoursAgo: 69, kind: 'progress' },
    reason: 'Port 8443 ist an der Firewall geschlossen. Termin für 4.2.0 ist vereinbart.',
  },
  {
    ...{ member: 'erlenau', advisory: 'LMB-26-07', person: 'biomedical', hoursAgo: 66, kind: 'acknowledge' },
    ...{ applies: 'some', assignee: 'Medizintechnik' },
  },
  {
    ...{ member: 'montesperio', advisory: 'MC-2026-21', person: 'it', hoursAgo: 64, kind: 'accept-risk' },
    ...{ reason: 'Ricerca disattivata; aggiornamento con la manutenzione di gennaio.', untilDays: 45 },
  },
  {
    ...{ member: 'ballincreel', advisory: 'LMB-26-07', person: 'it', hoursAgo: 62, kind: 'acknowledge' },
    ...{ applies: 'yes', assignee: 'Donagh Tullavin' },
  },
  {
    ...{ member: 'erlenau', advisory: 'MC-2026-21', person: 'it', hoursAgo: 60, kind: 'acknowledge' },
    applies: 'yes',
  },
  {
    ...{ member: 'ballincreel', advisory: 'MC-2026-21', person: 'it', hoursAgo: 52, kind: 'remediate' },
    reason: 'Version 2025.3 is installed.',
  },
  {
    ...{ member: 'erlenau', advisory: 'TES-0031', person: 'it', hoursAgo: 50, kind: 'not-applicable' },
    reason: 'Die Drucker hängen an einem eigenen Netz ohne Übergang.',
  },
  {
    ...{ member: 'ballincreel', advisory: 'WG-PSA-118', person: 'it', hoursAgo: 48, kind: 'accept-risk' },
    ...{ reason: 'The cabinet is locked; the firmware comes with the yearly service.', untilDays: 120 },
  },
  {
    ...{
      member: 'erlenau',
      advisory: 'BRI-SN-2026-03',
      person: 'biomedical',
      hoursAgo: 36,
      kind: 'acknowledge',
    },
    applies: 'unknown',
  },
  {
    ...{ member: 'ballincreel', advisory: 'SOL-2026-1107', person: 'it', hoursAgo: 24, kind: 'acknowledge' },
    applies: 'yes',
  },
  {
    ...{
      member: 'erlenau',
      advisory: 'KES-SA-2026-19',
      person: 'security',
      hoursAgo: 19,
      kind: 'acknowledge',
    },
    ...{ applies: 'yes', assignee: 'Jorun Kastrow, Netze' },
  },
  {
    ...{
      member: 'tannschlag',
      advisory: 'KES-SA-2026-19',
      person: 'assistant',
      hoursAgo: 18,
      kind: 'acknowledge',
    },
    ...{ applies: 'yes', assignee: 'IT-Betreuung der Ordination' },
  },
  {
    ...{ member: 'erlenau', advisory: 'ARC-26-015', person: 'it', hoursAgo: 17, kind: 'progress' },
    reason: 'Zugriff eingeschränkt, Update im Test.',
  },
  {
    ...{ member: 'erlenau', advisory: 'KES-SA-2026-19', person: 'it', hoursAgo: 12, kind: 'remediate' },
    reason: 'Beide Gateways auf 9.1.7, alle Sitzungen beendet, Kennwörter werden gewechselt.',
  },
]
