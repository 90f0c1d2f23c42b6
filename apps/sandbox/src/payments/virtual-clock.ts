interface Task {
  at: number
  run: () => Promise<void> | void
}

/** The time of one account: as fast as the real one, and it can be put forward; what falls due on the way happens in its order. */
export interface VirtualClock {
  now(): Date
  at(when: Date, run: Task['run']): void
  /** Resolves when everything that fell due has been done. */
  advance(ms: number): Promise<void>
  /** Resolves when what is due now, and what is being done, is done. */
  settle(): Promise<void>
  clear(): void
}

/** Longer than this a timer of Node's overflows; it looks again then. */
const longestWaitMs = 86_400_000

export function createVirtualClock(onDefect: (cause: unknown) => void): VirtualClock {
  let offset = 0
  let tasks: Task[] = []
  let timer: NodeJS.Timeout | undefined
  const running = new Set<Promise<void>>()
  const nowMs = () => Date.now() + offset

  function start(task: Task): Promise<void> {
    const work = Promise.resolve()
      .then(task.run)
      .catch(onDefect)
      .finally(() => running.delete(work))
    running.add(work)
    return work
  }

  function takeDue(until: number): Task | undefined {
    const due = tasks.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
    if (due) tasks = tasks.filter((task) => task !== due)
    return due
  }

  function plan(): void {
    clearTimeout(timer)
    if (tasks.length === 0) return
    const wait = Math.min(...tasks.map(({ at }) => at)) - nowMs()
    timer = setTimeout(runDue, Math.min(Math.max(wait, 0), longestWaitMs))
    timer.unref()
  }

  function runDue(): void {
    for (let task = takeDue(nowMs()); task; task = takeDue(nowMs())) void start(task)
    plan()
  }

  return {
    now: () => new Date(nowMs()),
    at(when, run) {
      tasks.push({ at: when.getTime(), run })
      plan()
    },
    async advance(ms) {
      // What is under way belongs to the time before.
      await Promise.all(running)
      const target = nowMs() + ms
      for (let task = takeDue(target); task; task = takeDue(target)) {
        offset += Math.max(0, task.at - nowMs())
        await start(task)
      }
      offset += Math.max(0, target - nowMs())
      plan()
    },
    async settle() {
      runDue()
      while (running.size > 0) await Promise.all(running)
    },
    clear() {
      clearTimeout(timer)
      tasks = []
      offset = 0
    },
  }
}
