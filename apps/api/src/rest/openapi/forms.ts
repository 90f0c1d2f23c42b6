import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { z } from 'zod'

/** What a new writing may be asked for, by the name of its component. */
export const formInputs: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.values(tools).map((tool: ToolDefinition) => [formName(tool.key), tool.freshInput ?? tool.input]),
)

export function formName(tool: string): string {
  return `${pascalCase(tool)}Form`
}

/** The form itself as a body, with what otherwise stands beside `input`. */
export function bareFormName(tool: string): string {
  return `${pascalCase(tool)}BareForm`
}

export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|[-_])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
