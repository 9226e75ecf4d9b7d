// A small hospital in Ireland whose one IT person does everything; the member to look at first.
// SPDX-License-Identifier: EUPL-1.2
import type { ExampleMember } from '../centre.ts'

export const ballincreel: ExampleMember = {
  key: 'ballincreel',
  organisation: {
    name: 'Ballincreel Hospital',
    country: 'IE',
    languages: ['en'],
    timeZone: 'Europe/Dublin',
    providerKind: 'hospital',
    employees: 210,
    turnoverEuro: 22_000_000,
    balanceSheetEuro: 14_000_000,
    designation: null,
  },
  sites: [
    { name: 'Main building, high dependency', city: 'Ballincreel' },
    { name: 'Main building, wards', city: 'Ballincreel' },
    { name: 'Imaging', city: 'Ballincreel' },
    { name: 'Server room', city: 'Ballincreel' },
    { name: 'Harbour day centre', city: 'Port Ballincreel' },
  ],
  people: [
    {
      key: 'it',
      name: 'Fiadh Corrimore',
      email: 'fiadh.corrimore@ballincreel.example',
      language: 'en',
      role: 'lead',
    },
    {
      key: 'nursing',
      name: 'Donagh Tullavin',
      email: 'donagh.tullavin@ballincreel.example',
      language: 'en',
      role: 'responder',
    },
    {
      key: 'management',
      name: 'Una Glasdrum',
      email: 'una.glasdrum@ballincreel.example',
      language: 'en',
      role: 'reader',
    },
  ],
  contacts: [
    { duty: 'primary', person: 'it', phone: '+353 000 5550 510', outOfHoursPhone: '+353 000 5550 599' },
    { duty: 'deputy', person: 'nursing', phone: '+353 000 5550 520', outOfHoursPhone: null },
    { duty: 'management', person: 'management', phone: '+353 000 5550 500', outOfHoursPhone: null },
  ],
  language: 'en',
  importedBy: 'it',
  lists: [
    {
      fileName: 'asset-list.csv',
      stock: [
        { product: 'infuline-gateway', count: 2, versions: ['4.1.2'], exposure: 'internet' },
        { product: 'infuline-volume', count: 26 },
        { product: 'infuline-syringe', count: 12 },
        { product: 'praxview', count: 1, versions: ['7.2.0'], exposure: 'hospital-network' },
        { product: 'clarasono', count: 2 },
        { product: 'rontavia', count: 1 },
        { product: 'vigil-monitor', count: 16 },
        { product: 'vigil-central', count: 1, versions: ['5.2.4'] },
        { product: 'cardiolin', count: 4 },
        { product: 'brisa-ventilator', count: 3 },
        { product: 'ferrogate', count: 1, versions: ['10.2.5'], exposure: 'internet' },
        { product: 'pontegate', count: 1, versions: ['9.1.2'], exposure: 'internet' },
        { product: 'holm-access', count: 5 },
        { product: 'holm-radio', count: 6 },
        { product: 'medicorda-clinic', count: 1, versions: ['2025.2'] },
        { product: 'labrenta-lis', count: 1, versions: ['6.0.3'] },
        { product: 'ardelune-chem', count: 1, versions: ['5.3'] },
        { product: 'tessolin-printer', count: 1 },
        { product: 'wintergrau-air', count: 1, versions: ['4.5'] },
        { product: 'arcadune-server', count: 1, versions: ['12.1.2'] },
        { product: 'sollentra-directory', count: 1, versions: ['2022.10'] },
        { product: 'sollentra-desktop', count: 33 },
      ],
    },
  ],
}
