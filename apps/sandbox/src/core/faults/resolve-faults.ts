import { createHash } from 'node:crypto'
import type { SandboxState } from '../plug.ts'
import { parseFault, type ActiveFault, type FaultSpec } from './active-fault.ts'
import { findPromptFaults } from './prompt-token.ts'

export interface ResolvedCall {
  /** The model id without fault suffixes. */
  model: string | null
  faults: ActiveFault[]
}

/** `some-model@rate-limit:2@crlf` → the model and its faults; a suffix that is no fault stays part of the id. */
function splitModel(state: SandboxState, written: string): { model: string; faults: FaultSpec[] } {
  const [model = '', ...suffixes] = written.split('@')
  const faults = suffixes.map((suffix) => parseFault(state.faults, suffix))
  const known = faults.filter((fault) => fault !== null)
  return known.length === suffixes.length ? { model, faults: known } : { model: written, faults: [] }
}

function strikes(state: SandboxState, key: string, times: number | null): boolean {
  if (times === null) return true
  const uses = (state.faultUses.get(key) ?? 0) + 1
  state.faultUses.set(key, uses)
  return uses <= times
}

/** Which faults apply to this call: from the model suffix, from prompt tokens, from the behaviour queue. Uses them up. */
export function resolveFaults(
  state: SandboxState,
  call: { vendor: string; model: string | null; texts: readonly string[] },
): ResolvedCall {
  const { model, faults } = call.model === null ? { model: null, faults: [] } : splitModel(state, call.model)
  const suffix = faults.filter((fault) => strikes(state, `${call.vendor}|${call.model}|${fault.name}`, fault.times))
  const textHash = createHash('sha1').update(call.texts.join('\n')).digest('base64')
  const prompt = findPromptFaults(state, call.texts)
    .filter((fault) => fault.vendor === null || fault.vendor === call.vendor)
    .filter((fault) => strikes(state, `${call.vendor}|${model}|${fault.written}|${textHash}`, fault.spec.times))
    .map((fault) => fault.spec)
  return { model, faults: [...suffix, ...prompt, ...state.behaviors.take(call.vendor, model)] }
}
