import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { trialAnswer } from '../models/answers.ts'
import { promptKeys } from './keys.ts'
import { promptSources, promptStatuses } from './kinds.ts'

/** One line of the list: a tool and where its prompt stands. */
const toolPromptAnswer = z.object({
  tool: z.enum(promptKeys),
  liveNumber: countAnswer,
  livePublishedAt: instantAnswer,
  drafts: countAnswer,
  versions: countAnswer,
})
export type ToolPromptDto = z.output<typeof toolPromptAnswer>

const promptVersionAnswer = z.object({
  id: idAnswer('prompt'),
  tool: z.enum(promptKeys),
  number: countAnswer,
  /** As stored with every text: `<tool>@<number>`. */
  name: z.string(),
  systemText: z.string(),
  note: z.string(),
  status: z.enum(promptStatuses),
  source: z.enum(promptSources),
  /** User name of the operator; null for a release. */
  author: z.string().nullable(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  publishedAt: instantAnswer.nullable(),
})
export type PromptVersionDto = z.output<typeof promptVersionAnswer>

const trialOfPrompt = z.object({ name: z.string(), answer: trialAnswer })
/** The same form, the same model, two prompts. */
const promptTrialAnswer = z.object({ model: z.string(), draft: trialOfPrompt, live: trialOfPrompt })
export type PromptTrialDto = z.output<typeof promptTrialAnswer>
