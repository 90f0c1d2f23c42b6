import { findVendor, type VendorKey } from '../core/vendor-key.ts'
import { parseFault, type FaultSpec } from './active-fault.ts'

const token = /\[\[sandbox:([a-z_-]+(?::[\w-]+)?)(?:@([a-z]+))?\]\]/gi

export interface PromptFault {
  spec: FaultSpec
  /** The vendor the token is meant for; null for all, so that a test can fail one candidate and not the next. */
  vendor: VendorKey | null
  written: string
}

/** Finds `[[sandbox:cut:5]]` and `[[sandbox:server-error@openai]]` in message texts. */
export function findPromptFaults(texts: readonly string[]): PromptFault[] {
  const found: PromptFault[] = []
  for (const text of texts) {
    for (const match of text.matchAll(token)) {
      const spec = parseFault(match[1] ?? '')
      const vendor = findVendor(match[2] ?? '')
      if (spec !== null && (match[2] === undefined || vendor !== null)) {
        found.push({ spec, vendor, written: match[0] })
      }
    }
  }
  return found
}

/** The text as a model would read it, without the sandbox's own tokens. */
export function stripPromptTokens(text: string): string {
  return text.replaceAll(token, '')
}
