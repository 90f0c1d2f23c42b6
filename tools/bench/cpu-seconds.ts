import { readFileSync, readdirSync } from 'node:fs'

/** Linux counts process time in hundredths of a second: sysconf(_SC_CLK_TCK) is 100 on every platform Node ships for. */
const ticksPerSecond = 100

/** CPU seconds, user and system, that a process and its present descendants have used. Linux only: reads /proc. */
export function cpuSeconds(pid: number): number {
  const parents = new Map<number, number>()
  const used = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = readStat(Number(name))
    if (!stat) continue
    parents.set(Number(name), stat.parent)
    used.set(Number(name), stat.ticks)
  }
  let ticks = 0
  for (const [child, own] of used) if (descends(child, pid, parents)) ticks += own
  return ticks / ticksPerSecond
}

function descends(pid: number, from: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 0; at = parents.get(at)) if (at === from) return true
  return false
}

/** Fields 4, 14 to 17 of /proc/pid/stat (proc_pid_stat(5)); children that have ended count through 16 and 17. */
function readStat(pid: number): { parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0] = fields.slice(1, 2)
    return { parent, ticks: fields.slice(11, 15).reduce((sum, value) => sum + value, 0) }
  } catch {
    // Ended between the listing and the reading.
    return null
  }
}
