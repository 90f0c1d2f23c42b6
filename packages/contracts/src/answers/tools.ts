import { z } from 'zod'
import type { ToolRowDto } from '../tools/registry.ts'
import { toolKeyInput } from '../tools/registry.ts'
import { answer } from './answer.ts'

const wording = z.object({ zh: z.string(), en: z.string() })

export const toolRowAnswer = answer<ToolRowDto>()(
  z.object({ key: toolKeyInput, title: wording, description: wording, icon: z.string() }).meta({ id: 'Tool' }),
)
