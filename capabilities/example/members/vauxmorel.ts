// A clinic in France from which nothing has been heard for days.
// SPDX-License-Identifier: EUPL-1.2
import type { ExampleMember } from '../centre.ts'

export const vauxmorel: ExampleMember = {
  key: 'vauxmorel',
  organisation: {
    name: 'Clinique de Vauxmorel',
    country: 'FR',
    languages: ['fr'],
    timeZone: 'Europe/Paris',
    providerKind: 'clinic',
    employees: 140,
    turnoverEuro: 16_000_000,
    balanceSheetEuro: 9_500_000,
    designation: null,
  },
  sites: [
    { name: 'Bloc opératoire', city: 'Vauxmorel' },
    { name: 'Hospitalisation', city: 'Vauxmorel' },
    { name: 'Imagerie', city: 'Vauxmorel' },
    { name: 'Local informatique', city: 'Vauxmorel' },
  ],
  people: [
    {
      key: 'it',
      name: 'Apolline Destrival',
      email: 'apolline.destrival@vauxmorel.example',
      language: 'fr',
      role: 'lead',
    },
    {
      key: 'deputy',
      name: 'Gaspard Ormelet',
      email: 'gaspard.ormelet@vauxmorel.example',
      language: 'fr',
      role: 'responder',
    },
    {
      key: 'quality',
      name: 'Solveig Branquet',
      email: 'solveig.branquet@vauxmorel.example',
      language: 'fr',
      role: 'reader',
    },
  ],
  contacts: [
    { duty: 'primary', person: 'it', phone: '+33 000 5550 310', outOfHoursPhone: null },
    { duty: 'deputy', person: 'deputy', phone: '+33 000 5550 320', outOfHoursPhone: null },
  ],
  language: 'fr',
  importedBy: 'it',
  said: {},
  lists: [
    {
      fileName: 'inventaire.csv',
      stock: [
        { product: 'infuline-volume', count: 12 },
        { product: 'infuline-syringe', count: 6 },
        { product: 'praxview', count: 1, versions: ['7.1.4'], exposure: 'internet' },
        { product: 'clarasono', count: 3 },
        { product: 'rontavia', count: 1 },
        { product: 'vigil-monitor', count: 10 },
        { product: 'cardiolin', count: 3 },
        { product: 'brisa-anaesthesia', count: 3 },
        { product: 'ferrogate', count: 1, versions: ['10.2.3'], exposure: 'internet' },
        { product: 'holm-access', count: 4 },
        { product: 'holm-radio', count: 4 },
        { product: 'medicorda-clinic', count: 1, versions: ['2025.1'] },
        { product: 'tessolin-printer', count: 1, exposure: 'offline' },
        { product: 'arcadune-server', count: 1, versions: ['12.1.2'] },
        { product: 'sollentra-directory', count: 1, versions: ['2022.12'] },
        { product: 'sollentra-desktop', count: 28 },
      ],
    },
  ],
}
