import { isRecord } from '../../refusal.ts'
import type { FoundTask, LostSubmit } from '../port.ts'
import { qwenCall } from './qwen-request.ts'

interface TaskReader {
  list(query: URLSearchParams): Promise<unknown>
  read(taskId: string): Promise<Record<string, unknown>>
}

/** As the vendor writes times: 20261122101500, in Beijing. */
function beijingStamp(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}

function idsIn(body: unknown, model: string): string[] {
  const rows = isRecord(body) && Array.isArray(body.data) ? body.data.filter(isRecord) : []
  return rows
    .filter(({ model_name: name }) => name === undefined || name === model)
    .flatMap(({ task_id: id }) => (typeof id === 'string' ? [id] : []))
}

/** A task tells its prompt only with its pictures. */
function promptsOf(output: Record<string, unknown>): unknown[] {
  const results = Array.isArray(output.results) ? output.results.filter(isRecord) : []
  return results.map(({ orig_prompt: prompt }) => prompt).filter((prompt) => prompt !== undefined)
}

/**
 * Looks for the task of a submit that nobody answered: of the same model and the same time, not known to be another's, and with our
 * prompt. One of whose prompt nothing is known yet counts as possible, and so nothing is sure while it works.
 */
export async function findQwenTask(
  model: string,
  { request, sentAfter, sentBefore, knownTaskIds }: LostSubmit,
  reader: TaskReader,
): Promise<FoundTask> {
  const query = new URLSearchParams({
    start_time: beijingStamp(new Date(sentAfter.getTime() - 1_000)),
    end_time: beijingStamp(new Date(sentBefore.getTime() + 1_000)),
    page_no: '1',
    page_size: '100',
  })
  const ids = idsIn(await reader.list(query), model).filter((id) => !knownTaskIds.includes(id))
  const { body } = qwenCall(model, request)
  const prompt = isRecord(body.input) ? body.input.prompt : undefined
  const tasks = await Promise.all(
    ids.map(async (taskId) => ({ taskId, prompts: promptsOf(await reader.read(taskId)) })),
  )
  const ours = tasks.filter(({ prompts }) => prompts.length > 0 && prompts.every((one) => one === prompt))
  const isOpen = tasks.some(({ prompts }) => prompts.length === 0)
  if (ours.length > 1 || isOpen) return { found: 'unsure' }
  const [one] = ours
  return one ? { found: 'one', taskId: one.taskId } : { found: 'none' }
}
