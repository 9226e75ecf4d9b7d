// The clinical services that a hospital names when it says what has to come back first.
// SPDX-License-Identifier: EUPL-1.2

export const clinicalServices = [
  'emergency',
  'intensive-care',
  'surgery',
  'dialysis',
  'imaging',
  'laboratory',
  'pharmacy',
  'blood-bank',
  'obstetrics',
  'outpatient',
  'administration',
] as const
export type ClinicalService = (typeof clinicalServices)[number]
