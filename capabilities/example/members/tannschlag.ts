// The smallest member: a general practice in Austria with six devices.
// SPDX-License-Identifier: EUPL-1.2
import type { ExampleMember } from '../centre.ts'

export const tannschlag: ExampleMember = {
  key: 'tannschlag',
  organisation: {
    name: 'Ordination Tannschlag',
    country: 'AT',
    languages: ['de'],
    timeZone: 'Europe/Vienna',
    providerKind: 'practice',
    employees: 7,
    turnoverEuro: 900_000,
    balanceSheetEuro: 400_000,
    designation: null,
  },
  sites: [{ name: 'Ordination', city: 'Tannschlag' }],
  people: [
    {
      key: 'doctor',
      name: 'Dr. Walburga Innerfeld',
      email: 'ordination@tannschlag.example',
      language: 'de',
      role: 'lead',
    },
    {
      key: 'assistant',
      name: 'Ruperta Kolmgrub',
      email: 'assistenz@tannschlag.example',
      language: 'de',
      role: 'responder',
    },
  ],
  contacts: [
    { duty: 'primary', person: 'assistant', phone: '+43 000 5550 410', outOfHoursPhone: null },
    { duty: 'deputy', person: 'doctor', phone: '+43 000 5550 400', outOfHoursPhone: '+43 000 5550 401' },
  ],
  language: 'de',
  importedBy: 'assistant',
  said: {},
  lists: [
    {
      fileName: 'geraete.csv',
      stock: [
        { product: 'medicorda-practice', count: 1 },
        { product: 'pontegate', count: 1, versions: ['9.1.4'], exposure: 'internet' },
        { product: 'cardiolin', count: 1, versions: ['2.1.0'] },
        { product: 'ardelune-spiro', count: 1 },
        { product: 'sollentra-desktop', count: 2, versions: ['24.1'] },
      ],
    },
  ],
}
