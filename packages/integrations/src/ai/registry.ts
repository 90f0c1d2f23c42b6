import type { Capability } from '@mozhou/contracts/models/kinds'
import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { createImageModel } from './images/registry.ts'
import type { TextModelFactory } from './port.ts'
import { anthropic } from './vendors/anthropic.ts'
import { baidu } from './vendors/baidu.ts'
import { openAi } from './vendors/openai.ts'
import { qwen } from './vendors/qwen.ts'
import { zhipu } from './vendors/zhipu.ts'

const textModels = { openai: openAi, anthropic, baidu, zhipu, qwen } satisfies Record<TextVendorKey, TextModelFactory>

/** The adapter for one model of the catalogue. Makes no call; wrong credentials show when it streams. */
export const createTextModel: TextModelFactory = (target) => textModels[target.vendor](target)

/** What makes models, by what they can do. A process is handed all of them at once. */
export const modelFactories = { text: createTextModel, image: createImageModel } satisfies Record<Capability, unknown>

export type ModelFactories = typeof modelFactories
