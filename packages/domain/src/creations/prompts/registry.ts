import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { z } from 'zod'
import type { BuiltPrompt, Prompt, PromptQuestion } from './prompt.ts'
import { wechatArticlePrompt } from './wechat-article.ts'

type InputOf<Key extends ToolKey> = z.output<(typeof tools)[Key]['input']>

/** A tool without a prompt does not compile. */
const prompts = {
  'wechat-article': wechatArticlePrompt,
} satisfies { [Key in ToolKey]: Prompt<InputOf<Key>> }

export function promptVersion(tool: ToolKey): string {
  return prompts[tool].version
}

/** Builds the prompt of a stored form; the form is parsed again, so that a stored row of an older schema gets its defaults. */
export function buildPrompt(tool: ToolKey, question: PromptQuestion<unknown>): BuiltPrompt {
  const input = tools[tool].input.parse(question.input)
  return prompts[tool].build({ ...question, input })
}
