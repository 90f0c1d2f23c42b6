const quickTries = 4
const longPauseMs = 30_000
const longestPauseMs = 300_000
/** A process that lived so long has overcome what its predecessors died of. */
export const healthyAfterMs = 60_000

/**
 * How long to wait before a process that died is started again: four tries at once, since most deaths are an accident; then ever longer pauses, since
 * what it dies of wants somebody to mend it, or a server that comes back by itself.
 * @param {number} deaths in a row, none of whom lived for a minute
 * @returns {number}
 */
export function nextRestartMs(deaths) {
  if (deaths <= quickTries) return 250 * 2 ** Math.max(0, deaths - 1)
  return Math.min(longPauseMs * 2 ** (deaths - quickTries - 1), longestPauseMs)
}
