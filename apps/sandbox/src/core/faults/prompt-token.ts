import type { SandboxState } from '../plug.ts'
import { parseFault, type FaultSpec } from './active-fault.ts'

const token = /\[\[sandbox:([a-z_-]+(?::[\w-]+)?)(?:@([a-z]+))?\]\]/gi

export interface PromptFault {
  spec: FaultSpec
  /** The vendor the token is meant for; null for all, so that a test can fail one candidate and not the next. */
  vendor: string | null
  written: string
}

/** Finds `[[sandbox:cut:5]]` and `[[sandbox:cut:5@vendor]]` in message texts. */
export function findPromptFaults(state: SandboxState, texts: readonly string[]): PromptFault[] {
  const found: PromptFault[] = []
  for (const text of texts) {
    for (const match of text.matchAll(token)) {
      const spec = parseFault(state.faults, match[1] ?? '')
      const vendor = state.findPlug(match[2] ?? '')?.key ?? null
      if (spec !== null && (match[2] === undefined || vendor !== null)) {
        found.push({ spec, vendor, written: match[0] })
      }
    }
  }
  return found
}

/** The text as a vendor would read it, without the sandbox's own tokens. */
export function stripPromptTokens(text: string): string {
  return text.replaceAll(token, '')
}
