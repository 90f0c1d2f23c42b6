const windowMs = 60_000
const mostDeaths = 5

/**
 * How long to wait before a process that died is started again.
 * @param {readonly number[]} deaths times in ms, the newest last
 * @returns {number | null} null: five deaths within a minute, give up
 */
export function nextRestartMs(deaths) {
  const newest = deaths.at(-1) ?? 0
  const recent = deaths.filter((at) => newest - at < windowMs).length
  return recent >= mostDeaths ? null : 250 * 2 ** Math.max(0, recent - 1)
}
