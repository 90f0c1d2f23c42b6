import type { creditsZh } from './words.zh.ts'

export const creditsEn = {
  money: {
    subtitle:
      'Rules the ledger must always keep, computed over every entry each hour and whenever you ask. If one fails, find out why before anything else.',
    runAgain: 'Check again',
    allPassed: 'All passed',
    allPassedHint: (count) => `All ${count} rules hold.`,
    someFailed: (count) => (count === '1' ? 'One rule does not hold' : `${count} rules do not hold`),
    someFailedHint: 'Look at the findings below, and keep the evidence.',
    ranAt: (time, duration) => `Checked ${time}, took ${duration}`,
    passed: 'Passed',
    failed: 'Failed',
    checked: (count) => (count === '1' ? '1 row checked' : `${count} rows checked`),
    findings: (count) => (count === '1' ? '1 finding' : `${count} findings`),
    running: 'Checking the ledger',
    progress: (checked, percent) => `${checked} rows checked, about ${percent}%. You may leave this page.`,
    stalled: 'The check has come to a halt',
    stalledHint: 'Nothing has moved for a minute; perhaps no worker runs. Once one does, it goes on from there.',
    checks: {
      entries_sum_to_zero: 'All entries sum to zero',
      balance_equals_entries: 'Every balance equals its entries',
      chain_intact: 'Every account’s hash chain is intact',
      failed_generations_refunded: 'Failed generations were refunded',
      succeeded_generations_charged_once: 'Finished generations were charged once',
      refund_matches_charge: 'Refunds equal their charges',
      no_negative_balance: 'No balance is negative',
    },
  },
  refunds: {
    subtitle: 'What could not be written is refunded by itself. These are all refunds of the platform, newest first.',
    user: 'User',
    amount: 'Refunded',
    reason: 'Reason',
    time: 'Time',
    reference: 'Source',
    stopped: 'Stopped before any text',
    emptyTitle: 'No refunds yet',
    emptyHint: 'When something cannot be written it is refunded and listed here.',
  },
} satisfies typeof creditsZh
