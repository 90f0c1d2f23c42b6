import type { Brief } from '../brief.ts'
import type { Voice } from '../voice.ts'
import { writeSection } from './write-section.ts'

/** The asked sections as the keys of one JSON object, for prompts that set a JSON response format. */
export function writeJson(brief: Brief, voice: Voice): string {
  const names = brief.sections.length > 0 ? brief.sections : ['title', 'summary', 'body', 'keywords']
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, writeSection(name, brief, voice)])))
}
