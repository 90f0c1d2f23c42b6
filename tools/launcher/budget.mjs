/** @typedef {import('./report.mjs').Row} Row */

/** A suite may take half as long again before the run fails. */
const allowance = 1.5

/**
 * @param {Row} row
 * @param {number} slowness of yardstick.mjs
 */
export function isOverBudget({ ms, budgetS, result }, slowness) {
  return budgetS !== undefined && result.why === undefined && ms > budgetS * 1000 * slowness * allowance
}

/**
 * The row as it counts: a suite that passed too slowly has failed.
 * @param {Row} row
 * @param {number} slowness
 * @returns {Row}
 */
export function holdToBudget(row, slowness) {
  if (!isOverBudget(row, slowness)) return row
  const { result } = row
  return { ...row, result: { ...result, failed: result.failed + 1, why: 'took half as long again as its budget' } }
}
