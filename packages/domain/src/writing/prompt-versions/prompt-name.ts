import type { ToolKey } from '@mozhou/contracts/tools/registry'

/** As stored with every text: `<tool>@<number>`. */
export function promptName(tool: ToolKey, number: number): string {
  return `${tool}@${number}`
}

export function numberOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('@') + 1))
}
