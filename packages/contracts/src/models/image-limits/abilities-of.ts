import type { ImageAbilities } from '../image-abilities.ts'
import type { ImageVendorKey } from '../vendor-keys.ts'
import { automatic1111Abilities } from './automatic1111.ts'
import { openAiAbilities } from './openai.ts'
import { qwenAbilities } from './qwen.ts'
import { stabilityAbilities } from './stability.ts'
import { zhipuAbilities } from './zhipu.ts'

const declared: Record<ImageVendorKey, (upstreamModel: string) => ImageAbilities> = {
  openai: openAiAbilities,
  qwen: qwenAbilities,
  zhipu: zhipuAbilities,
  stability: stabilityAbilities,
  automatic1111: () => automatic1111Abilities,
}

/** What a model of this vendor can do, by its live id. */
export const imageAbilitiesOf = (vendor: ImageVendorKey, upstreamModel: string): ImageAbilities =>
  declared[vendor](upstreamModel)
