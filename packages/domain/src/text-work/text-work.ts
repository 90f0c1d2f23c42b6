import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { judgeEdited } from '../editing/judge-edited.ts'
import type { EditedResult, EditedFrom } from '../editing/judge-edited.ts'
import { searchedText } from '../search/index-text.ts'
import type { SearchedText } from '../search/index-text.ts'

/** Sections that a person wrote, what they began from, and the work's form. */
export interface EditTask {
  tool: ToolKey
  written: ToolResult
  base: EditedFrom
  form: unknown
}

export interface SearchTask {
  title: string
  result: ToolResult
}

export interface EditedText extends EditedResult {
  searched: SearchedText
}

/**
 * What costs CPU time by the length of a text. Where requests of others wait for the same thread, a long one is read on another; `userId` is
 * whose it is, for one person's texts take turns.
 */
export interface TextWork {
  weighEdited(userId: string, task: EditTask): Promise<EditedText>
  readForSearch(userId: string, task: SearchTask): Promise<SearchedText>
}

export function weighEdited({ tool, written, base, form }: EditTask): EditedText {
  const edited = judgeEdited(tool, written, base, form)
  return { ...edited, searched: searchedText(edited.title, edited.result) }
}

export const readForSearch = ({ title, result }: SearchTask): SearchedText => searchedText(title, result)

/** For processes whose thread nobody waits for. */
export const textWorkInPlace: TextWork = {
  weighEdited: async (_userId, task) => weighEdited(task),
  readForSearch: async (_userId, task) => readForSearch(task),
}
