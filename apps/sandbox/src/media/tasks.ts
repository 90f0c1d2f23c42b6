import { hasFault, type ActiveFault } from '../core/faults/active-fault.ts'
import type { SandboxState } from '../core/plug.ts'
import { has } from './media-faults.ts'
import type { Job } from './picture/make.ts'

export type TaskStage = 'pending' | 'running' | 'succeeded' | 'failed' | 'blocked' | 'canceled'

/** Work that a vendor has taken in hand. */
export interface Task {
  id: string
  /** Whoever else asks is told that there is none. */
  key: string
  model: string
  prompt: string
  job: Job
  count: number
  faults: readonly ActiveFault[]
  submittedAt: number
  endsAt: number
  isCanceled: boolean
  /** Addresses of its pictures, once somebody has asked; a second ask gets the same. */
  links: string[] | null
}

const slowMs = 60_000
const capacity = 500

export interface TaskBook {
  open(state: SandboxState, task: Omit<Task, 'submittedAt' | 'endsAt' | 'isCanceled' | 'links'>): Task
  /** Null for one that nobody knows, or that the vendor has lost. */
  find(id: string, key: string): Task | null
  list(key: string): Task[]
  clear(): void
}

export function createTaskBook(): TaskBook {
  const tasks = new Map<string, Task>()
  return {
    open(state, given) {
      const slow = hasFault(given.faults, 'task-slow')
      const lastsMs = slow === null ? state.settings.taskMs : (slow.delayMs ?? slowMs)
      const submittedAt = Date.now()
      const task: Task = { ...given, submittedAt, endsAt: submittedAt + lastsMs, isCanceled: false, links: null }
      tasks.set(task.id, task)
      const [oldest] = tasks.keys()
      if (tasks.size > capacity && oldest !== undefined) tasks.delete(oldest)
      return task
    },
    find(id, key) {
      const task = tasks.get(id)
      return task === undefined || task.key !== key || has(task.faults, 'task-lost') ? null : task
    },
    list: (key) => [...tasks.values()].filter((task) => task.key === key),
    clear: () => tasks.clear(),
  }
}

/** A third of its time a task waits for its turn. */
export function stageOf(task: Task, now = Date.now()): TaskStage {
  if (task.isCanceled) return 'canceled'
  if (now < task.submittedAt + (task.endsAt - task.submittedAt) / 3) return 'pending'
  if (now < task.endsAt) return 'running'
  if (has(task.faults, 'task-failed')) return 'failed'
  return has(task.faults, 'task-content') ? 'blocked' : 'succeeded'
}
