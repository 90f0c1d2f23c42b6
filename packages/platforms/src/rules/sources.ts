import type { RuleSource } from './rule.ts'

/** The day on which the reference that the tables follow was last gone through. */
export const lookedUp = '2026-11-27'
const source = (kind: RuleSource['kind'], name: string): RuleSource => ({ kind, name, checkedOn: lookedUp })
export const fromInterface = (name: string) => source('interface', name)
export const fromTools = (name: string) => source('tool', name)
export const ours = (name: string) => source('ours', name)
