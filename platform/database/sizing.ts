// How much of this machine's memory the embedded PostgreSQL takes, so that it needs no tuning by hand.
// SPDX-License-Identifier: EUPL-1.2

const mebibyte = 1024 ** 2

/** A quarter for its cache, as PostgreSQL's manual advises for a machine of its own; less, because we run here too. */
export function memorySettings(totalBytes: number): Readonly<Record<string, string>> {
  const share = (part: number, least: number, most: number) =>
    `${Math.min(most, Math.max(least, Math.floor(totalBytes / part / mebibyte)))}MB`
  return {
    shared_buffers: share(5, 128, 8_192),
    effective_cache_size: share(2, 512, 65_536),
    // A wide advisory counts all members in memory; few statements of that kind run at once.
    work_mem: share(200, 8, 128),
    maintenance_work_mem: share(32, 64, 1_024),
    // A wide advisory touches a page of every member's rows; rarer checkpoints write fewer of these pages whole.
    max_wal_size: '4GB',
    checkpoint_timeout: '30min',
    wal_compression: 'on',
    random_page_cost: '1.1',
  }
}
