import type { PromptKey } from '@mozhou/contracts/prompts/keys'

/** As stored with every text: `<tool>@<number>`. */
export function promptName(tool: PromptKey, number: number): string {
  return `${tool}@${number}`
}

export function numberOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('@') + 1))
}
