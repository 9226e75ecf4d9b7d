// Where events of company history were read; what stands here was found, not yet checked by a second person.
// SPDX-License-Identifier: EUPL-1.2

/** By "company > other" of the event; the address of a page that tells of it. */
export const companySources: ReadonlyMap<string, string> = new Map([
  [
    'CareFusion > BD',
    'https://investors.bd.com/news-events/press-releases/detail/511/becton-dickinson-completes-acquisition-of-carefusion',
  ],
  [
    'C. R. Bard > BD',
    'https://www.insidertracking.com/bd-completes-bard-acquisition-creating-new-global-health-care-leader',
  ],
  [
    'Bard > BD',
    'https://www.insidertracking.com/bd-completes-bard-acquisition-creating-new-global-health-care-leader',
  ],
  [
    'Hillrom > Baxter',
    'https://baxter.ch/de/de/baxter-newsroom/baxter-completes-acquisition-hillrom-creating-15-billion-global-medtech-leader',
  ],
  [
    'Welch Allyn > Hillrom',
    'https://www.syracuse.com/business/2021/12/baxter-international-completes-acquisition-of-welch-allyn-owner-hillrom.html',
  ],
  [
    'Smiths Medical > ICU Medical',
    'https://www.sec.gov/Archives/edgar/data/883984/000088398422000020/exhibit992proforma.htm',
  ],
  ['St. Jude Medical > Abbott', 'https://www.abbottinvestor.com/node/27251/html'],
  [
    'Carestream > Philips',
    'https://www.techtarget.com/searchhealthit/news/252459595/Philips-buys-Carestream-Healths-healthcare-information-systems',
  ],
  [
    'Carestream Health > Philips',
    'https://www.techtarget.com/searchhealthit/news/252459595/Philips-buys-Carestream-Healths-healthcare-information-systems',
  ],
  ['Capsule > Philips', 'https://sec.gov/Archives/edgar/data/313216/000031321622000008/R12.htm'],
  ['Capsule Technologies > Philips', 'https://sec.gov/Archives/edgar/data/313216/000031321622000008/R12.htm'],
  ['BioTelemetry > Philips', 'https://sec.gov/Archives/edgar/data/313216/000031321622000008/R12.htm'],
  [
    'Covidien > Medtronic',
    'https://www.nsmedicaldevices.com/news/medtronic-completes-acquisition-of-covidien-280115-4498644/',
  ],
  ['Vocera > Stryker', 'https://www.sec.gov/Archives/edgar/data/310764/000031076423000017/R15.htm'],
  ['MIM Software > GE', 'https://www.sec.gov/Archives/edgar/data/1932393/000193239325000005/R17.htm'],
  [
    'Varian > Siemens Healthineers',
    'https://www.fiercebiotech.com/medtech/siemens-posts-record-year-backs-varian-acquisition-covid-antigen-test-sales',
  ],
  [
    'Varian Medical Systems > Siemens Healthineers',
    'https://www.fiercebiotech.com/medtech/siemens-posts-record-year-backs-varian-acquisition-covid-antigen-test-sales',
  ],
  [
    'Cerner > Oracle',
    'https://beckershospitalreview.com/healthcare-information-technology/oracle-in-the-news-5-recent-moves.html',
  ],
  ['Micros > Oracle', 'https://www.hospitalitynet.org/news/4084483.html'],
  [
    'Toshiba Medical Systems > Canon Medical',
    'https://www.japantimes.co.jp/news/2016/12/19/business/corporate-business/canon-completes-acquisition-toshiba-medical-unit/',
  ],
  [
    'Toshiba Medical > Canon Medical',
    'https://www.mddionline.com/canon-playing-name-game-toshiba-acquisition',
  ],
  ['Tyco > Johnson Controls', 'https://valve-world-americas.com/?p=55213'],
  [
    'Invensys > Schneider Electric',
    'http://themanufacturingconnection.com/2015/07/schneider-electric-expands-industrial-software-presence/',
  ],
  [
    'AVEVA > Schneider Electric',
    'https://www.automation.com/en-us/articles/september-2020/digitalization-buildout-aveva-acquires-osisoft',
  ],
  [
    'OSIsoft > AVEVA',
    'https://www.automation.com/en-us/articles/september-2020/digitalization-buildout-aveva-acquires-osisoft',
  ],
  [
    'LenelS2 > Honeywell',
    'https://www.sec.gov/Archives/edgar/data/773840/000077384024000014/R10.htm (agreed in December 2023)',
  ],
  [
    'VMware > Broadcom',
    'https://www.business-standard.com/world-news/broadcom-closes-vmware-deal-after-18-month-saga-ending-in-china-report-123112300003_1.html',
  ],
  [
    'Symantec > Broadcom',
    'https://www.business-standard.com/world-news/broadcom-closes-vmware-deal-after-18-month-saga-ending-in-china-report-123112300003_1.html',
  ],
  [
    'CA Technologies > Broadcom',
    'https://www.business-standard.com/world-news/broadcom-closes-vmware-deal-after-18-month-saga-ending-in-china-report-123112300003_1.html',
  ],
  ['Digium > Sangoma', 'https://probsee.com/p/digium'],
])
