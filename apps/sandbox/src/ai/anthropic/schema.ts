import { z } from 'zod'

const block = z.looseObject({
  type: z.enum([
    'text',
    'image',
    'document',
    'thinking',
    'redacted_thinking',
    'tool_use',
    'tool_result',
    'search_result',
    'server_tool_use',
    'web_search_tool_result',
  ]),
})
const message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string(), z.array(block)]),
})
const textBlock = z.looseObject({ type: z.literal('text'), text: z.string() })
const display = z.enum(['summarized', 'omitted']).nullish()

const thinking = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('enabled'), budget_tokens: z.number().int().min(1024), display }),
  z.strictObject({ type: z.literal('disabled') }),
  z.strictObject({ type: z.literal('between_tools') }),
  z.strictObject({ type: z.literal('adaptive'), display }),
])

/** `POST /v1/messages` (@anthropic-ai/sdk 1.12.0 `MessageCreateParams` plus the sampling parameters of the older version). */
export const anthropicMessagesRequest = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.number().int().min(1),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  cache_control: z.unknown().optional(),
  container: z.unknown().optional(),
  diagnostics: z.unknown().optional(),
  inference_geo: z.string().nullish(),
  metadata: z.strictObject({ user_id: z.string().max(256).nullish() }).optional(),
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullish(),
      format: z.looseObject({ type: z.literal('json_schema') }).nullish(),
    })
    .optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  speed: z.enum(['standard', 'fast']).nullish(),
  stop_sequences: z.array(z.string().min(1)).optional(),
  stream: z.boolean().optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.number().int().min(0).optional(),
  thinking: thinking.optional(),
  tool_choice: z.unknown().optional(),
  tools: z.array(z.unknown()).optional(),
  user_profile_id: z.string().optional(),
  workspace_id: z.string().optional(),
})

export type AnthropicMessagesRequest = z.infer<typeof anthropicMessagesRequest>
